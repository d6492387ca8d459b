/** Decides about schedules. */
@NullMarked
package io.keelson.command.schedule;

import org.jspecify.annotations.NullMarked;
