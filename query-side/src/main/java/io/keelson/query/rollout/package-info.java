/** Rollouts and what has become of their members. */
@NullMarked
package io.keelson.query.rollout;

import org.jspecify.annotations.NullMarked;
