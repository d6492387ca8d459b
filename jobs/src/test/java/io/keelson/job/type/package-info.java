/** Test kit of the types of jobs. */
@NullMarked
package io.keelson.job.type;

import org.jspecify.annotations.NullMarked;
