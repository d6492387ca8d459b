/** Keelson as a benchmark runs it: in this JVM or as a process of its own. */
@NullMarked
package io.keelson.benchmark.node;

import org.jspecify.annotations.NullMarked;
