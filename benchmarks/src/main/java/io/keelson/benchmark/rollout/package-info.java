/** What it costs to say how a rollout would go. */
@NullMarked
package io.keelson.benchmark.rollout;

import org.jspecify.annotations.NullMarked;
