/** Schedules and their runs as they are read. */
@NullMarked
package io.keelson.api.schedule.query;

import org.jspecify.annotations.NullMarked;
