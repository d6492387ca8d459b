/** How commands on one aggregate take turns across nodes. */
@NullMarked
package io.keelson.eventstore.command;

import org.jspecify.annotations.NullMarked;
