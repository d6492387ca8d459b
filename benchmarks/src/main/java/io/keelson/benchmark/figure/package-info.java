/** What a benchmark finds, and how it is shown. */
@NullMarked
package io.keelson.benchmark.figure;

import org.jspecify.annotations.NullMarked;
