-- Members of unfinished rollouts that had no turn so far. The oldest one of an instance comes first.
create table command_side.rollout_member (
    rollout  text   not null,
    instance text   not null,
    version  text   not null,
    place    bigint not null generated always as identity,
    primary key (rollout, instance)
);

create index rollout_member_instance on command_side.rollout_member (instance, place);
