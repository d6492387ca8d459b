/** Time from the start of the process to the first answered query. */
@NullMarked
package io.keelson.benchmark.start;

import org.jspecify.annotations.NullMarked;
