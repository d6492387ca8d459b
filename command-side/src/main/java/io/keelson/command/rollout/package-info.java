/** One version brought to many instances in stages. */
@NullMarked
package io.keelson.command.rollout;

import org.jspecify.annotations.NullMarked;
