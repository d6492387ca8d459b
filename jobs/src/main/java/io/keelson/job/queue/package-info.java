/** The queue of record: jobs are rows, one dispatcher per node claims them for its lanes. Nothing here knows JobRunr. */
@NullMarked
package io.keelson.job.queue;

import org.jspecify.annotations.NullMarked;
