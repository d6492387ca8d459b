package io.keelson.query.live;

import io.keelson.api.query.AwaitProjected;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Lets a request read its own writes. It answers later, so that nobody holds a connection while waiting. */
@Component
class AwaitProjectedHandler {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final LastSequence lastSequence;
    private final ProjectedRevisions revisions;
    private final Waiters waiters;

    AwaitProjectedHandler(LastSequence lastSequence, ProjectedRevisions revisions, Waiters waiters) {
        this.lastSequence = lastSequence;
        this.revisions = revisions;
        this.waiters = waiters;
    }

    @QueryHandler
    CompletableFuture<Boolean> handle(AwaitProjected query) {
        revisions.requireKnownKind(query.aggregateId());
        long stored = lastSequence.of(query.aggregateId()).orElse(0);
        Duration atMost = query.atMost().compareTo(LONGEST) < 0 ? query.atMost() : LONGEST;
        return waiters.await(query.aggregateId(), stored, atMost);
    }
}
