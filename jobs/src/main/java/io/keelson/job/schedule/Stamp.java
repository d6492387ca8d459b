package io.keelson.job.schedule;

import io.keelson.api.actor.Actor;
import io.keelson.api.actor.RequestContext;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * When an event happened, as which one of its schedule, and who acted.
 *
 * @param revision sequence number of the event
 */
record Stamp(long revision, Instant at, String actor) {
    static Stamp of(DomainEventMessage<?> message) {
        Object actor = message.getMetaData().getOrDefault(RequestContext.ACTOR_ID, Actor.SYSTEM.id());
        return new Stamp(message.getSequenceNumber(), message.getTimestamp(), actor.toString());
    }
}
