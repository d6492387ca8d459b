/** Tests of the job that runs other jobs. */
@NullMarked
package io.keelson.job.type.workflow;

import org.jspecify.annotations.NullMarked;
