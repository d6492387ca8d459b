/** Shifts: threads of JobRunr's workers, given to the lanes of the queue. The only place that knows JobRunr. */
@NullMarked
package io.keelson.job.shift;

import org.jspecify.annotations.NullMarked;
