/** How commands find their aggregate, get their ids, and are tried again after a conflict. */
@NullMarked
package io.keelson.eventstore.command;

import org.jspecify.annotations.NullMarked;
