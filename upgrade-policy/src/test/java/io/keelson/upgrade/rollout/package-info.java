/** How rollouts go. */
@NullMarked
package io.keelson.upgrade.rollout;

import org.jspecify.annotations.NullMarked;
