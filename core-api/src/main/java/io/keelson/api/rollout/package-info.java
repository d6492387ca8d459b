/** Rollouts: one version brought to many instances in stages. */
@NullMarked
package io.keelson.api.rollout;

import org.jspecify.annotations.NullMarked;
