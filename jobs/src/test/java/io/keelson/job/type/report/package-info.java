/** Tests of the job that writes a report. */
@NullMarked
package io.keelson.job.type.report;

import org.jspecify.annotations.NullMarked;
