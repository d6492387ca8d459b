/** Tests of launching, running and reconciling steps. */
@NullMarked
package io.keelson.job.step;

import org.jspecify.annotations.NullMarked;
