package io.keelson.api.query;

import java.time.Duration;

/**
 * Waits until the read model of an aggregate shows all events that were stored when the query arrived, and at least one.
 * Answers a Boolean: true as soon as it does, false after {@code atMost}.
 *
 * @param aggregateId text form of the aggregate's id
 */
public record AwaitProjected(String aggregateId, Duration atMost) {}
