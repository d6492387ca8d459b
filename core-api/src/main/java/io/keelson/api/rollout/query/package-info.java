/** What can be read of rollouts. */
@NullMarked
package io.keelson.api.rollout.query;

import org.jspecify.annotations.NullMarked;
