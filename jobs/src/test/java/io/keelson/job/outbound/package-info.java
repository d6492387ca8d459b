/** Tests of requests to the outside. */
@NullMarked
package io.keelson.job.outbound;

import org.jspecify.annotations.NullMarked;
