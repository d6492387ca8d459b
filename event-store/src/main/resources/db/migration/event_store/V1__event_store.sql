-- Payloads and metadata are JSON as text: readable in SQL and byte-exact for hashing.

-- One value at a time: a larger cache would let an idle session insert below the head later on.
CREATE SEQUENCE event_store.domain_event_index CACHE 1;

-- The index has no default on purpose: it may only be drawn by a writer that holds the writer lock.
CREATE TABLE event_store.domain_event (
    global_index         bigint      PRIMARY KEY,
    event_identifier     text        NOT NULL,
    aggregate_identifier text        NOT NULL,
    sequence_number      bigint      NOT NULL,
    type                 text,
    timestamp            timestamptz NOT NULL,
    payload_type         text        NOT NULL,
    payload_revision     text        NOT NULL,
    payload              text        NOT NULL,
    meta_data            text        NOT NULL,
    CONSTRAINT domain_event_identifier UNIQUE (event_identifier),
    CONSTRAINT domain_event_sequence UNIQUE (aggregate_identifier, sequence_number)
);

ALTER SEQUENCE event_store.domain_event_index OWNED BY event_store.domain_event.global_index;

-- Lets the start gate hop from type to type instead of reading every event.
CREATE INDEX domain_event_payload_type ON event_store.domain_event (payload_type, payload_revision);

CREATE TABLE event_store.snapshot_event (
    event_identifier     text        NOT NULL UNIQUE,
    aggregate_identifier text        NOT NULL,
    sequence_number      bigint      NOT NULL,
    type                 text        NOT NULL,
    timestamp            timestamptz NOT NULL,
    payload_type         text        NOT NULL,
    payload_revision     text,
    payload              text        NOT NULL,
    meta_data            text        NOT NULL,
    PRIMARY KEY (aggregate_identifier, sequence_number)
);

-- Every batch rewrites its row, so pages keep room for the next version of it.
CREATE TABLE event_store.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50);

CREATE TABLE event_store.saga_entry (
    saga_id         text  PRIMARY KEY,
    saga_type       text  NOT NULL,
    revision        text,
    serialized_saga bytea NOT NULL
);

CREATE TABLE event_store.association_value_entry (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    saga_type         text NOT NULL,
    association_key   text NOT NULL,
    association_value text,
    saga_id           text NOT NULL
);

CREATE INDEX association_value_entry_lookup
    ON event_store.association_value_entry (saga_type, association_key, association_value);
CREATE INDEX association_value_entry_saga ON event_store.association_value_entry (saga_id, saga_type);

-- Two nodes can never start the same saga twice for one operation.
CREATE UNIQUE INDEX association_value_entry_operation
    ON event_store.association_value_entry (saga_type, association_value)
    WHERE association_key = 'operationId';

CREATE TABLE event_store.dead_letter_entry (
    dead_letter_id       text   PRIMARY KEY,
    processing_group     text   NOT NULL,
    sequence_identifier  text   NOT NULL,
    sequence_index       bigint NOT NULL,
    message_type         text   NOT NULL,
    event_identifier     text   NOT NULL,
    timestamp            text   NOT NULL,
    payload_type         text   NOT NULL,
    payload_revision     text,
    payload              bytea  NOT NULL,
    meta_data            bytea,
    type                 text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   NOT NULL,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    CONSTRAINT dead_letter_entry_sequence UNIQUE (processing_group, sequence_identifier, sequence_index)
);

CREATE INDEX dead_letter_entry_touched ON event_store.dead_letter_entry (processing_group, last_touched);
