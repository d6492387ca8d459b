/** What can be read about jobs, their queues, types and statistics. */
@NullMarked
package io.keelson.api.job.query;

import org.jspecify.annotations.NullMarked;
