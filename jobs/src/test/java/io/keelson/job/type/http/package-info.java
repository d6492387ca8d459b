/** Tests of the job that sends a request. */
@NullMarked
package io.keelson.job.type.http;

import org.jspecify.annotations.NullMarked;
