/** Commands per second, against inserting and committing the same row by hand. */
@NullMarked
package io.keelson.benchmark.append;

import org.jspecify.annotations.NullMarked;
