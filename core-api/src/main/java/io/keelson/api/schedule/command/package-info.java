/** What can be asked of a schedule. */
@NullMarked
package io.keelson.api.schedule.command;

import org.jspecify.annotations.NullMarked;
