package io.keelson.app.rollout;

import io.keelson.api.rollout.event.RolloutEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Wakes a rollout when something has happened to it. What a crash swallows, the clock of the rollouts finds. */
@ProcessingGroup(RolloutWake.GROUP)
final class RolloutWake {
    /** Name of the processing group. */
    static final String GROUP = "rollout-runner";

    private final RolloutLifecycle lifecycle;

    RolloutWake(RolloutLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @EventHandler
    void react(RolloutEvent event) {
        lifecycle.wake(event.rolloutId());
    }
}
