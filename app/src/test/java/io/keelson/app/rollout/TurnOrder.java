package io.keelson.app.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.event.RolloutAborted;
import io.keelson.api.rollout.event.RolloutCompleted;
import io.keelson.api.rollout.event.RolloutEvent;
import io.keelson.api.rollout.event.RolloutMemberEnded;
import io.keelson.api.rollout.event.RolloutMembersListed;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Watches that the upgrades of the younger of two rollouts begin only where the older has nothing to do any more. */
final class TurnOrder implements Consumer<Object> {
    private final RolloutId older;
    private final RolloutId younger;
    private final String history;
    private final Set<InstanceId> waiting = new HashSet<>();
    private final Set<InstanceId> upgradedByOlder = new HashSet<>();
    private boolean olderIsOver;
    private int both;

    TurnOrder(RolloutId older, RolloutId younger, String history) {
        this.older = older;
        this.younger = younger;
        this.history = history;
    }

    @Override
    public void accept(Object event) {
        if (event instanceof InstanceOperationRequested begun) {
            begin(begun.instanceId(), begun.operationId());
        } else if (event instanceof RolloutEvent of && of.rolloutId().equals(older)) {
            switch (of) {
                case RolloutMembersListed listed ->
                    listed.members().forEach(member -> waiting.add(member.instanceId()));
                case RolloutMemberEnded ended -> waiting.remove(ended.instanceId());
                case RolloutAborted _, RolloutCompleted _ -> olderIsOver = true;
                default -> {}
            }
        }
    }

    private void begin(InstanceId instance, OperationId operation) {
        if (operation.equals(older.operation(instance, 0))) {
            upgradedByOlder.add(instance);
        } else if (operation.equals(younger.operation(instance, 0))) {
            assertThat(olderIsOver || !waiting.contains(instance))
                    .as("%s: %s begins in the younger rollout before its turn in the older is over", history, instance)
                    .isTrue();
            both += upgradedByOlder.contains(instance) ? 1 : 0;
        }
    }

    boolean isOlderOver() {
        return olderIsOver;
    }

    /** How many instances both have upgraded. */
    int both() {
        return both;
    }
}
