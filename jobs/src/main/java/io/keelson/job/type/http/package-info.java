/** The job that sends an HTTP request to the outside. */
@NullMarked
package io.keelson.job.type.http;

import org.jspecify.annotations.NullMarked;
