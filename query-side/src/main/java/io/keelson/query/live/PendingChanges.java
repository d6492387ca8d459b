package io.keelson.query.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait for one worker: of each row only the newest. More than 10,000 rows are not kept apart; then all
 * that is known is that something changed since a moment, which is called a gap.
 */
final class PendingChanges {
    private static final int MAXIMUM = 10_000;
    /** Events become visible some time after the moment that they carry. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Long> revisions = new HashMap<>();
    private @Nullable Instant gapSince;

    PendingChanges(Clock clock) {
        this.clock = clock;
    }

    /**
     * What waited.
     *
     * @param revisions newest revision by aggregate id
     * @param gapSince when set, other rows may have changed since then
     */
    record Batch(Map<String, Long> revisions, @Nullable Instant gapSince) {}

    synchronized void add(Collection<RowChange> changes) {
        changes.forEach(change -> revisions.merge(change.aggregateId(), change.revision(), Math::max));
        if (revisions.size() > MAXIMUM) {
            revisions.clear();
            addGap(clock.instant());
        }
        notifyAll();
    }

    /** Notes that changes since {@code since} may have been missed. */
    synchronized void addGap(Instant since) {
        Instant start = since.minus(MARGIN);
        if (gapSince == null || start.isBefore(gapSince)) {
            gapSince = start;
        }
        notifyAll();
    }

    /** Puts a batch back that could not be worked off. */
    synchronized void putBack(Batch batch) {
        batch.revisions().forEach((id, revision) -> revisions.merge(id, revision, Math::max));
        if (batch.gapSince() != null && (gapSince == null || batch.gapSince().isBefore(gapSince))) {
            gapSince = batch.gapSince();
        }
    }

    /** Waits until there is something, then takes all of it. */
    synchronized Batch take() throws InterruptedException {
        while (revisions.isEmpty() && gapSince == null) {
            wait();
        }
        Batch batch = new Batch(Map.copyOf(revisions), gapSince);
        revisions.clear();
        gapSince = null;
        return batch;
    }
}
