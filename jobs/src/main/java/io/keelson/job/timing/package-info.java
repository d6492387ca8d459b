/** When something fires: cron lines in time zones, intervals, single moments, and the delay by jitter. */
@NullMarked
package io.keelson.job.timing;

import org.jspecify.annotations.NullMarked;
