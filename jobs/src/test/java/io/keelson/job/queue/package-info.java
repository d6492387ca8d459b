/** Tests of the queue of record. */
@NullMarked
package io.keelson.job.queue;

import org.jspecify.annotations.NullMarked;
