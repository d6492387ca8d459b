/** When things fire. */
@NullMarked
package io.keelson.job.timing;

import org.jspecify.annotations.NullMarked;
