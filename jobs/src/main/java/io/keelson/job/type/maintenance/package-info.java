/** The job that keeps the platform's own tables in order. */
@NullMarked
package io.keelson.job.type.maintenance;

import org.jspecify.annotations.NullMarked;
