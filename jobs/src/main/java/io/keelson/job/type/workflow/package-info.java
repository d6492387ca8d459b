/** The job that runs other jobs in order and passes on their results. */
@NullMarked
package io.keelson.job.type.workflow;

import org.jspecify.annotations.NullMarked;
