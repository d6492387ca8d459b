package io.keelson.graphql;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param deadline until a query or mutation is answered
 * @param visibleWithin how long a mutation waits until its result can be read
 * @param rereadEvery how often a watched view is read again, in case an update was lost
 * @param keepAlive how often a silent stream of events says that it is still there
 * @param keyedConnections how many database connections requests with an Idempotency-Key may hold on this node
 */
public record GraphQlApiSettings(
        Duration deadline, Duration visibleWithin, Duration rereadEvery, Duration keepAlive, int keyedConnections) {
    /** 10 s, 5 s, 2 s, 15 s and 4. */
    public static final GraphQlApiSettings DEFAULT = new GraphQlApiSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(15), 4);
}
