package io.keelson.eventstore.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** A row as it was read, before upcasting and deserialising. */
record EventRow(long index, DomainEventData<String> data) {

    static EventRow read(ResultSet row) throws SQLException {
        return new EventRow(row.getLong("global_index"), data(row));
    }

    static Instant timestamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    TrackedEventData<String> at(TrackingToken token) {
        return new TrackedDomainEventData<>(token, data);
    }

    TrackedEventData<String> atIndex() {
        return at(GapAwareTrackingToken.newInstance(index, Set.of()));
    }

    /** A row without an index, of a snapshot for example. */
    static DomainEventData<String> data(ResultSet row) throws SQLException {
        String eventIdentifier = row.getString("event_identifier");
        return new GenericDomainEventEntry<>(
                row.getString("type"),
                aggregate(row.getString("aggregate_identifier"), eventIdentifier),
                row.getLong("sequence_number"),
                eventIdentifier,
                timestamp(row, "timestamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("meta_data"));
    }

    /** An event of no aggregate is stored under its own identifier. */
    private static @Nullable String aggregate(String aggregateIdentifier, String eventIdentifier) {
        return aggregateIdentifier.equals(eventIdentifier) ? null : aggregateIdentifier;
    }
}
