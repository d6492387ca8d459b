/** How fast jobs are enqueued, begun and finished, beside other queues on the same PostgreSQL and beside Redis. */
@NullMarked
package io.keelson.benchmark.jobs;

import org.jspecify.annotations.NullMarked;
