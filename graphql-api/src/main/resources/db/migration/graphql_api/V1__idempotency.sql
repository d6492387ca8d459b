-- Answers to requests that carry an Idempotency-Key. A row is written before the request acts, so that a repeat after a
-- crash derives the same ids from the seed; it is removed after 24 hours.
CREATE TABLE graphql_api.idempotency (
    actor_id    text        NOT NULL,
    key         text        NOT NULL,
    body_sha256 text        NOT NULL,
    seed        uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    response    text,
    PRIMARY KEY (actor_id, key)
);

CREATE INDEX idempotency_created_at ON graphql_api.idempotency (created_at);
