/** Rollouts go on by themselves: after every event of theirs, and when time passes. */
@NullMarked
package io.keelson.app.rollout;

import org.jspecify.annotations.NullMarked;
