/** Decides about instances, and which request for a new one may go ahead. */
@NullMarked
package io.keelson.command.instance;

import org.jspecify.annotations.NullMarked;
