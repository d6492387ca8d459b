/** Tests of the shifts on JobRunr. */
@NullMarked
package io.keelson.job.shift;

import org.jspecify.annotations.NullMarked;
