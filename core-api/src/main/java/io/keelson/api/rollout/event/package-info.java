/** What can happen to a rollout and its members. */
@NullMarked
package io.keelson.api.rollout.event;

import org.jspecify.annotations.NullMarked;
