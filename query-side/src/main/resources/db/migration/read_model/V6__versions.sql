-- What was decided about a release later; null means nothing.
alter table read_model.version add column standing jsonb;

-- The releases of a component that are offered to those who follow; entries is a list in the order of their sequence.
create table read_model.channel (
    id         uuid primary key,
    revision   bigint      not null,
    component  text        not null,
    name       text        not null,
    entries    jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text        not null
);

-- What a customer wishes about upgrades, what is asked for, and the last one; null means what the policy usually means.
alter table read_model.instance add column upgrades jsonb;
