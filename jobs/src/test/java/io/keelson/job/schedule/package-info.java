/** Tests of schedules. */
@NullMarked
package io.keelson.job.schedule;

import org.jspecify.annotations.NullMarked;
