/** Schedules: the register that events feed, the clock that fires, the history and its queries. */
@NullMarked
package io.keelson.job.schedule;

import org.jspecify.annotations.NullMarked;
