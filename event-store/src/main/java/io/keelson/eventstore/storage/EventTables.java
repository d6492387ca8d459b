package io.keelson.eventstore.storage;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** Names of the tables and columns of the migration, as Axon wants them. */
final class EventTables {
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("event_store.domain_event")
            .snapshotTable("event_store.snapshot_event")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .timestampColumn("timestamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private EventTables() {}
}
