/** What can be asked of a rollout. */
@NullMarked
package io.keelson.api.rollout.command;

import org.jspecify.annotations.NullMarked;
