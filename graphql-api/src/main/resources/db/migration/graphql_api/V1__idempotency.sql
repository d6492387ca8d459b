-- Answers to requests that carry an Idempotency-Key. A row is written before the request acts, so that a repeat after a
-- crash derives the same ids from the seed and knows by the number of tries that it is one. Rows go after 24 hours.
CREATE TABLE graphql_api.idempotency (
    actor_id    text        NOT NULL,
    key         text        NOT NULL,
    body_sha256 text        NOT NULL,
    seed        uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    response    text,
    PRIMARY KEY (actor_id, key)
);

CREATE INDEX idempotency_created_at ON graphql_api.idempotency (created_at);
