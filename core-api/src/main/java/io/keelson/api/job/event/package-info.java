/** What people did to jobs and queues; the jobs' own progress is telemetry and no event. */
@NullMarked
package io.keelson.api.job.event;

import org.jspecify.annotations.NullMarked;
