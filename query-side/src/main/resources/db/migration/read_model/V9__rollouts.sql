-- Rollouts; spec is what one is to do, waiting_gates the places that wait for somebody's approval.
create table read_model.rollout (
    id            uuid primary key,
    revision      bigint      not null,
    component     text        not null,
    version       text        not null,
    spec          jsonb       not null,
    state         text        not null,
    size          integer     not null,
    stage         integer     not null,
    soak_until    timestamptz,
    reason        text        not null,
    waiting_gates jsonb       not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    created_by    text        not null
);
create index rollout_by_creation on read_model.rollout (created_at, id);

-- The instances of rollouts; number is the place in the order of turns. revision and updated_at are those of the last event
-- of the rollout that changed the row. The free space keeps such updates within a page.
create table read_model.rollout_member (
    id           uuid primary key,
    revision     bigint      not null,
    rollout_id   uuid        not null,
    instance_id  uuid        not null,
    number       integer     not null,
    stage        integer     not null,
    group_number integer     not null,
    outcome      text        not null,
    reason       text        not null,
    until        timestamptz,
    operation_id uuid,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    created_by   text        not null
) with (fillfactor = 70);
create index rollout_member_by_turn on read_model.rollout_member (rollout_id, number, id);
-- Which rollouts an instance still has a turn in.
create index rollout_member_pending on read_model.rollout_member (instance_id) where outcome = 'PENDING';
