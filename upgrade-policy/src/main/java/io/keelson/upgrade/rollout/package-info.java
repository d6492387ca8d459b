/** How a rollout goes: who belongs to it, what it does next, and how it would go. Pure, like the decision about one upgrade. */
@NullMarked
package io.keelson.upgrade.rollout;

import org.jspecify.annotations.NullMarked;
