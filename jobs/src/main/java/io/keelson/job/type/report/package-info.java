/** The job that writes what a query finds into a file, and the files it leaves. */
@NullMarked
package io.keelson.job.type.report;

import org.jspecify.annotations.NullMarked;
