/** The supervisor of worker processes, tested with small real processes. */
@NullMarked
package io.keelson.job.supervisor;

import org.jspecify.annotations.NullMarked;
