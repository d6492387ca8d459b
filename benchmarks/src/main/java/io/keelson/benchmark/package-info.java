/** Small harnesses that print ratios. */
@NullMarked
package io.keelson.benchmark;

import org.jspecify.annotations.NullMarked;
