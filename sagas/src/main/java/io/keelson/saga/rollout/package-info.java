/** The turns of the members of a rollout: from the rollout to one upgrade each, and back. */
@NullMarked
package io.keelson.saga.rollout;

import org.jspecify.annotations.NullMarked;
