package io.keelson.app.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.instance.event.UpgradeApproved;
import io.keelson.api.instance.event.UpgradeProposed;
import io.keelson.api.instance.event.UpgradeRejected;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.command.ApproveRolloutGate;
import io.keelson.api.rollout.event.RolloutGateReached;
import io.keelson.api.rollout.event.RolloutMemberProposed;
import io.keelson.api.rollout.event.RolloutMemberStarted;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.app.upgrade.HistoryPlatform;
import io.keelson.app.upgrade.HistoryShops;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * What really becomes of rollouts under the assumptions of a preview: every upgrade lasts the same, some instances fail, and
 * another person agrees at once to whatever is asked.
 */
final class RolloutReality implements Consumer<Object> {
    private record Ending(Instant at, InstanceId instance, OperationId operation) {}

    private static final int MOST_LOOKS = 200;
    private static final int MOST_MOMENTS = 2_000;

    private final HistoryPlatform platform;
    private final HistoryShops shops;
    private final RolloutRunner runner;
    private final Duration upgradeDuration;
    private final Set<InstanceId> failing;
    private final Queue<Ending> endings = new ArrayDeque<>();
    private final Queue<Object> asked = new ArrayDeque<>();
    private final Set<InstanceId> agreed = new HashSet<>();
    private final Set<OperationId> turns = new HashSet<>();
    private final Map<RolloutId, List<RolloutStage>> rollouts = new LinkedHashMap<>();
    private boolean moved;

    RolloutReality(HistoryPlatform platform, HistoryShops shops, Duration upgradeDuration, Set<InstanceId> failing) {
        this.platform = platform;
        this.shops = shops;
        this.upgradeDuration = upgradeDuration;
        this.failing = failing;
        runner = new RolloutRunner(platform.commands(), platform.queries(), platform.clock);
    }

    @Override
    public void accept(Object event) {
        moved = true;
        switch (event) {
            case RolloutStarted started ->
                rollouts.put(started.rolloutId(), started.spec().stages());
            case RolloutGateReached reached -> asked.add(approval(reached.rolloutId(), reached.place()));
            case RolloutMemberProposed proposed -> turns.add(proposed.operationId());
            case RolloutMemberStarted started -> turns.add(started.operationId());
            case UpgradeProposed proposed
            when turns.contains(proposed.proposal().operationId()) ->
                asked.add(new ApproveUpgrade(
                        proposed.instanceId(), proposed.proposal().operationId()));
            case UpgradeApproved approved -> agreed.add(approved.instanceId());
            case UpgradeRejected rejected -> agreed.remove(rejected.instanceId());
            case InstanceOperationRequested begun
            when begun.kind() == OperationKind.UPGRADE -> {
                agreed.remove(begun.instanceId());
                endings.add(new Ending(now().plus(upgradeDuration), begun.instanceId(), begun.operationId()));
            }
            default -> {}
        }
    }

    private ApproveRolloutGate approval(RolloutId rollout, RolloutPlace place) {
        RolloutStage stage = rollouts.get(rollout).get(place.stage());
        return new ApproveRolloutGate(
                rollout,
                stage.name(),
                place.group() == null ? null : stage.groups().get(place.group()).name());
    }

    /** Lets time pass until nothing happens any more that was planned; whatever is asked of people happens in between. */
    void pass(Runnable inBetween) {
        Instant next = now();
        int moments = 0;
        while (next != null) {
            platform.clock.set(next);
            assertThat(++moments).as("moments until %s", next).isLessThan(MOST_MOMENTS);
            while (!endings.isEmpty() && !endings.element().at().isAfter(next)) {
                end(endings.remove());
            }
            next = settle();
            inBetween.run();
        }
    }

    private void end(Ending ending) {
        // What begins by itself after a turn succeeds, for it would be tried again and again.
        if (failing.contains(ending.instance()) && turns.contains(ending.operation())) {
            shops.fail(ending.instance(), ending.operation());
        } else {
            shops.succeed(ending.instance(), ending.operation());
        }
    }

    /** Looks until a look changes nothing; answers when to look again, or null. */
    private Instant settle() {
        List<Instant> looks = new ArrayList<>();
        int count = 0;
        do {
            moved = false;
            assertThat(++count).as("looks at %s", now()).isLessThan(MOST_LOOKS);
            platform.look();
            looks.clear();
            for (RolloutId rollout : rollouts.keySet()) {
                looks.add(runner.run(rollout).nextLook());
                platform.project();
            }
            while (!asked.isEmpty()) {
                agree(asked.remove());
            }
        } while (moved);
        platform.decide(agreed, null).values().forEach(decision -> looks.add(decision.startsAt()));
        return Stream.concat(looks.stream(), endings.stream().map(Ending::at))
                .filter(moment -> moment != null && moment.isAfter(now()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void agree(Object approval) {
        try {
            platform.send(approval, "bob");
        } catch (CommandExecutionException refused) {
            if (refused.<Object>getDetails().orElse(null) instanceof Rejection) {
                return;
            }
            throw refused;
        }
    }

    private Instant now() {
        return platform.clock.instant();
    }
}
