/** Tests of the job that keeps tables in order. */
@NullMarked
package io.keelson.job.type.maintenance;

import org.jspecify.annotations.NullMarked;
