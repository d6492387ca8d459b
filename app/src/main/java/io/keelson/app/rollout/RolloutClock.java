package io.keelson.app.rollout;

import io.keelson.api.query.Page;
import io.keelson.api.rollout.RolloutAgenda;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.query.FindRollouts;
import io.keelson.api.rollout.query.RolloutPage;
import io.keelson.api.rollout.query.RolloutView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which rollouts run and when time lets them go on. For one thread. */
final class RolloutClock {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutClock.class);
    private static final int PART = 100;
    /** Whether members stay well while their stage soaks is looked at so often. */
    private static final Duration SOAK_WATCH = Duration.ofSeconds(30);

    private final RolloutRunner runner;
    private final QueryGateway queries;
    private final Clock clock;
    private final Map<RolloutId, Instant> nextLooks = new HashMap<>();

    RolloutClock(RolloutRunner runner, QueryGateway queries, Clock clock) {
        this.runner = runner;
        this.queries = queries;
        this.clock = clock;
    }

    /** Time has passed: whatever runs and was to be looked at by now may go on. */
    void look() {
        String after = null;
        do {
            RolloutPage page = queries.query(
                            new FindRollouts(RolloutState.RUNNING, null, new Page(PART, after)), RolloutPage.class)
                    .join();
            page.items().stream().map(RolloutView::id).filter(this::isDue).forEach(this::look);
            after = page.info().hasNextPage() ? page.cursors().getLast() : null;
        } while (after != null);
    }

    private boolean isDue(RolloutId rolloutId) {
        return !nextLooks.getOrDefault(rolloutId, Instant.MIN).isAfter(clock.instant());
    }

    /** This rollout may go on; one that cannot now must not keep the others. */
    void look(RolloutId rolloutId) {
        try {
            RolloutAgenda agenda = runner.run(rolloutId);
            Instant next = Objects.requireNonNullElse(agenda.nextLook(), Instant.MAX);
            Instant watch =
                    agenda.soaking().isEmpty() ? Instant.MAX : clock.instant().plus(SOAK_WATCH);
            nextLooks.put(rolloutId, next.isAfter(watch) ? watch : next);
        } catch (RuntimeException failure) {
            nextLooks.remove(rolloutId);
            LOG.warn("{} did not go on; it is looked at again.", rolloutId, failure);
        }
    }
}
