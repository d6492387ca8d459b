/** Test kit of this module. */
@NullMarked
package io.keelson.job;

import org.jspecify.annotations.NullMarked;
