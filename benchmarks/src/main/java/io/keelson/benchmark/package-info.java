/** Small harnesses; each prints a figure beside its peer or its limit, measured in the same run. */
@NullMarked
package io.keelson.benchmark;

import org.jspecify.annotations.NullMarked;
