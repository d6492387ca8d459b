/** What it costs to watch instances. */
@NullMarked
package io.keelson.benchmark.health;

import org.jspecify.annotations.NullMarked;
