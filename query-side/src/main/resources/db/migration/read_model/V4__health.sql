-- How healthy each instance was from when on. One row per change, not per aggregate; id and revision are the event's.
create table read_model.health_change (
    id          uuid primary key,
    revision    bigint      not null,
    instance_id uuid        not null,
    health      text        not null,
    reason      text        not null,
    left_alone  boolean     not null,
    last_words  text,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    created_by  text        not null
);

create index health_change_of_instance on read_model.health_change (instance_id, created_at, id);
