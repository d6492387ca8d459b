package io.keelson.app.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.command.AbortRollout;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.PreviewedMember;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.app.upgrade.HistoryPlatform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random histories of rollouts: what a preview says is what happens. The system properties {@code keelson.seed} and {@code
 * keelson.rollout-histories} repeat one and ask for more.
 */
class RolloutHistoriesTest {
    private static final int HISTORIES = 20;
    /** From so many on, every kind of end must have come about. */
    private static final int MANY = 100;

    private final List<Consumer<Object>> listeners = new ArrayList<>();
    private final Map<MemberOutcome, Integer> outcomes = new EnumMap<>(MemberOutcome.class);
    private final Map<RolloutState, Integer> states = new EnumMap<>(RolloutState.class);

    @Test
    void aRolloutGoesAsItsPreviewSays() throws Exception {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        int histories = Integer.getInteger("keelson.rollout-histories", HISTORIES);
        System.out.printf("RolloutHistoriesTest: keelson.seed=%d%n", seed);
        long begin = System.nanoTime();
        try (HistoryPlatform platform = platform()) {
            for (int number = 0; number < histories; number++) {
                agree(platform, seed + number);
            }
        }
        System.out.printf(
                "RolloutHistoriesTest: %d previews agree in %d ms: %s, members %s%n",
                histories, (System.nanoTime() - begin) / 1_000_000, states, outcomes);
        if (histories >= MANY) {
            assertThat(states).containsKeys(RolloutState.COMPLETED, RolloutState.STOPPED);
            assertThat(outcomes).containsKeys(MemberOutcome.SUCCEEDED, MemberOutcome.FAILED, MemberOutcome.SKIPPED);
        }
    }

    private void agree(HistoryPlatform platform, long seed) {
        RolloutHistory history = new RolloutHistory(platform, listeners, seed);
        RolloutSpec spec = history.spec(history.random.nextBoolean() ? "1.1.0" : "1.2.0");
        if (history.plan(spec).isEmpty()) {
            return;
        }
        RolloutPreview said = platform.queries()
                .query(
                        new PreviewRollout(spec, platform.clock.instant(), history.upgradeDuration, history.failing),
                        RolloutPreview.class)
                .join();
        RolloutId rollout = RolloutId.random();
        RolloutChronicle chronicle = new RolloutChronicle(rollout, platform.clock);
        listeners.add(chronicle);
        history.start(rollout, spec);
        history.reality.pass(() -> {});
        RolloutPreview happened = chronicle.told(platform, said);
        assertThat(text(happened))
                .as(
                        "keelson.seed=%d, an upgrade lasts %s, failing %s, %s",
                        seed, history.upgradeDuration, history.failing, spec)
                .isEqualTo(text(said));
        states.merge(said.state(), 1, Integer::sum);
        said.members().forEach(member -> outcomes.merge(member.outcome(), 1, Integer::sum));
    }

    /** Of two rollouts with the same members, the younger waits with each until the older has given it its turn. */
    @Test
    void twoRolloutsHaveTheirTurnsOnAnInstanceOneAfterTheOther() throws Exception {
        long seed = Long.getLong("keelson.seed", System.nanoTime());
        int histories = Integer.getInteger("keelson.rollout-histories", HISTORIES) / 2;
        System.out.printf("RolloutHistoriesTest: two rollouts, keelson.seed=%d%n", seed);
        long begin = System.nanoTime();
        int turns = 0;
        try (HistoryPlatform platform = platform()) {
            for (int number = 0; number < histories; number++) {
                turns += inTurn(platform, seed + number);
            }
        }
        System.out.printf(
                "RolloutHistoriesTest: %d pairs, %d turns in both, %d ms%n",
                histories, turns, (System.nanoTime() - begin) / 1_000_000);
        assertThat(histories < MANY / 2 || turns > 0)
                .as("instances that had their turn in both")
                .isTrue();
    }

    private int inTurn(HistoryPlatform platform, long seed) {
        RolloutHistory history = new RolloutHistory(platform, listeners, seed);
        RolloutSpec first = history.spec("1.1.0");
        RolloutSpec second = history.spec(history.random.nextInt(3) == 0 ? "1.1.0" : "1.2.0");
        if (history.plan(first).isEmpty() || history.plan(second).isEmpty()) {
            return 0;
        }
        RolloutId older = RolloutId.random();
        RolloutId younger = RolloutId.random();
        TurnOrder order = new TurnOrder(older, younger, "keelson.seed=%d".formatted(seed));
        listeners.add(order);
        history.start(older, first);
        platform.clock.set(platform.clock.instant().plusSeconds(1));
        history.start(younger, second);
        int abortAt = history.random.nextInt(20);
        int[] moment = {0};
        history.reality.pass(() -> {
            if (moment[0]++ == abortAt && !order.isOlderOver()) {
                platform.send(new AbortRollout(older), "bob");
            }
        });
        return order.both();
    }

    private HistoryPlatform platform() throws ClassNotFoundException {
        HistoryPlatform platform = new HistoryPlatform();
        platform.tell(message -> List.copyOf(listeners).forEach(listener -> listener.accept(message.getPayload())));
        platform.tell(new SagaPump(platform.commands())::tell);
        return platform;
    }

    private static String text(RolloutPreview preview) {
        StringBuilder text =
                new StringBuilder("%s at %s: %s%n".formatted(preview.state(), preview.endsAt(), preview.reason()));
        preview.stages().forEach(stage -> text.append(stage).append('\n'));
        preview.members().stream()
                .map(member -> new PreviewedMember(
                        member.member(),
                        member.outcome(),
                        member.startsAt(),
                        member.endsAt(),
                        member.needsApproval(),
                        RolloutChronicle.reason(member.outcome(), member.reason())))
                .forEach(member -> text.append(member).append('\n'));
        return text.toString();
    }
}
