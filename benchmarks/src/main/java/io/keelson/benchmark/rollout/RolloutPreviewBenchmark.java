package io.keelson.benchmark.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.Share;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import io.keelson.benchmark.Benchmark;
import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.figure.Samples;
import io.keelson.benchmark.fleet.Fleet;
import io.keelson.benchmark.node.AppNode;
import io.keelson.benchmark.projection.EventWriter;
import io.keelson.benchmark.projection.Projections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** A preview over 10,000 projected instances, and only deciding once about each of them in the same run. */
public final class RolloutPreviewBenchmark implements Benchmark {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final double GOAL_MILLIS = 5_000;
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Share CONCURRENCY = new Share(5, true);

    @Override
    public void run(Path directory, Report report) throws Exception {
        try (AppNode node = AppNode.start(directory, RolloutBeans.class)) {
            // No saga may take the written histories for work to do.
            node.stopProcessors();
            List<InstanceId> ids = NightlyFleet.write(new EventWriter(node));
            new Projections(node, List.of("version-projection", "fleet-projection")).run();
            node.jdbc().sql("analyze read_model.instance").update();
            measure(node.bean(QueryGateway.class), ids, report);
        }
    }

    private static void measure(QueryGateway queries, List<InstanceId> ids, Report report) {
        PreviewRollout question = new PreviewRollout(spec(), NOON, Duration.ofMinutes(1), Set.of());
        DecideUpgrades decision = new DecideUpgrades(ids, NightlyFleet.TARGET, NOON);
        Samples previews = new Samples();
        Samples decisions = new Samples();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            // The first preview after a start counts too: nobody asks twice to warm it up.
            Samples first = new Samples();
            Samples ours = round < 0 ? first : previews;
            long start = System.nanoTime();
            RolloutPreview preview =
                    queries.query(question, RolloutPreview.class).join();
            ours.addMillisSince(start);
            if (round == -WARM_UP) {
                requireWhole(preview);
                report.add(figure("the first one after the start", first.median()));
                report.note("it would end at %s", String.valueOf(preview.endsAt()));
            }
            start = System.nanoTime();
            int decided = queries.query(decision, ResponseTypes.multipleInstancesOf(DecidedUpgrade.class))
                    .join()
                    .size();
            (round < 0 ? new Samples() : decisions).addMillisSince(start);
            if (decided != Fleet.SIZE) {
                throw new IllegalStateException("Decided about %d instances.".formatted(decided));
            }
        }
        report.add(figure("10% first, then the rest, 5% at once", previews.median())
                .against("deciding once about each: %.0f ms".formatted(decisions.median()))
                .ratio(previews.median() / decisions.median()));
        report.note("%.2f of the limit of 5 s", previews.median() / GOAL_MILLIS);
    }

    private static Figure figure(String what, double millis) {
        return Figure.of("rollout-preview: " + what, "%.0f ms".formatted(millis))
                .goal("5 s or less", millis <= GOAL_MILLIS);
    }

    /** Everybody must have had a turn, or less was measured than is said. */
    private static void requireWhole(RolloutPreview preview) {
        long succeeded = preview.members().stream()
                .filter(member -> member.outcome() == MemberOutcome.SUCCEEDED)
                .count();
        if (preview.state() != RolloutState.COMPLETED || succeeded != Fleet.SIZE) {
            throw new IllegalStateException(
                    "The preview ends %s with %d upgraded: %s".formatted(preview.state(), succeeded, preview.reason()));
        }
    }

    private static RolloutSpec spec() {
        return new RolloutSpec(
                NightlyFleet.COMPONENT,
                NightlyFleet.TARGET,
                List.of(
                        stage("early", new MemberSelector(List.of(), null, null, null, new Share(10, true))),
                        stage("rest", MemberSelector.ALL)),
                RolloutSpec.PATIENCE,
                Set.of());
    }

    private static RolloutStage stage(String name, MemberSelector selector) {
        return new RolloutStage(
                name,
                List.of(new RolloutGroup("all", selector, null, null, RolloutGate.OPEN)),
                CONCURRENCY,
                Share.NONE,
                false,
                null,
                RolloutGate.OPEN,
                Duration.ZERO);
    }
}
