package io.keelson.upgrade.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberReadiness;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutRestarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random rollouts among random instances keep every promise at every moment. */
class RandomRolloutsTest {
    private static final int ROLLOUTS = 2_000;

    @Test
    void noPromiseIsEverBroken() {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        System.out.println(ROLLOUTS + " random rollouts with -Dkeelson.seed=" + seed);
        Random random = new Random(seed);
        for (int number = 0; number < ROLLOUTS; number++) {
            play(new Random(random.nextLong()));
        }
    }

    private static void play(Random random) {
        List<RolloutStage> stages = new ArrayList<>();
        List<RolloutMember> members = new ArrayList<>();
        for (int stage = 0; stage < 1 + random.nextInt(3); stage++) {
            int size = 1 + random.nextInt(8);
            stages.add(Plans.stage(
                    "stage " + stage,
                    random.nextBoolean() ? "1" : random.nextInt(100) + "%",
                    random.nextBoolean() ? Integer.toString(random.nextInt(3)) : random.nextInt(50) + "%",
                    random.nextBoolean(),
                    random.nextInt(4) == 0 ? random.nextInt(60) + "%" : null,
                    RolloutGate.OPEN,
                    Duration.ofHours(random.nextInt(3))));
            members.addAll(Plans.members(stage, members.size(), size));
        }
        Played rollout = new Played(members, stages.toArray(RolloutStage[]::new));
        for (int turn = 0; turn < 2_000 && !rollout.progress.state().isOver(); turn++) {
            rollout.answer(_ -> readiness(random, rollout));
            check(rollout, stages);
            act(random, rollout);
            check(rollout, stages);
        }
        assertThat(rollout.progress.state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(rollout.with(MemberOutcome.PENDING)).isEmpty();
        assertThat(rollout.running()).isEmpty();
    }

    private static MemberReadiness readiness(Random random, Played rollout) {
        return switch (random.nextInt(8)) {
            case 0 -> new MemberReadiness(MemberReadiness.Kind.SKIP, null, "Skipped.");
            case 1 -> new MemberReadiness(MemberReadiness.Kind.WAIT, null, "Busy.");
            case 2 ->
                new MemberReadiness(
                        MemberReadiness.Kind.WAIT, rollout.now.plusSeconds(1 + random.nextInt(9_000)), "Window.");
            default -> MemberReadiness.READY;
        };
    }

    private static void act(Random random, Played rollout) {
        List<InstanceId> running = rollout.running();
        if (!running.isEmpty()) {
            int number =
                    (int) running.get(random.nextInt(running.size())).value().getLeastSignificantBits();
            if (random.nextInt(5) == 0) {
                rollout.fail(number);
            } else {
                rollout.succeed(number);
            }
        } else if (rollout.progress.state() == RolloutState.STOPPED) {
            rollout.happen(new RolloutRestarted(Plans.ID, random.nextInt(4) == 0));
        } else if (rollout.agenda().nextLook() != null) {
            rollout.now = rollout.agenda().nextLook();
        }
        rollout.look();
    }

    private static void check(Played rollout, List<RolloutStage> stages) {
        for (StageProgress stage : rollout.progress.stages()) {
            RolloutStage declared = stages.get(stage.index());
            long running = of(stage, MemberOutcome.RUNNING);
            assertThat(running).isLessThanOrEqualTo(declared.concurrency().atLeastOneOf(stage.size()));
            int budget = declared.failureBudget().roundedUpOf(stage.size());
            long failures = stage.groups().getFirst().failures();
            if (declared.exactBudget()) {
                assertThat(failures + running).isLessThanOrEqualTo(budget + 1L);
            }
            if (failures > budget) {
                assertThat(rollout.progress.state()).isEqualTo(RolloutState.STOPPED);
            }
            boolean begun = of(stage, MemberOutcome.PENDING) < stage.size();
            if (begun && stage.index() > 0) {
                StageProgress before = rollout.progress.stages().get(stage.index() - 1);
                assertThat(before.isProcessed()).isTrue();
            }
        }
    }

    private static long of(StageProgress stage, MemberOutcome outcome) {
        return stage.groups().getFirst().members().stream()
                .filter(member -> member.outcome() == outcome)
                .count();
    }
}
