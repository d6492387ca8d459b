package io.keelson.query.row;

import io.keelson.api.actor.Actor;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.id.TypedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;

/**
 * What the read model keeps of the envelope of an event.
 *
 * @param id the aggregate it belongs to
 * @param sequence its number in the history of the aggregate, from 0
 * @param at when it happened, in microseconds as the database keeps them
 * @param actorId who caused it; Keelson itself when the event names nobody
 * @param replay whether it was projected before and is only told again
 */
public record Stamp(UUID id, long sequence, Instant at, String actorId, boolean replay) {
    /** The envelope of an event of an aggregate of this kind. */
    public static Stamp of(String kind, DomainEventMessage<?> message) {
        return new Stamp(
                TypedId.parse(kind, message.getAggregateIdentifier()),
                message.getSequenceNumber(),
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                message.getMetaData().get(RequestContext.ACTOR_ID) instanceof String actorId
                        ? actorId
                        : Actor.SYSTEM.id(),
                ReplayToken.isReplay(message));
    }
}
