-- The read model: one row per aggregate, rebuilt from the events at any time.
--
-- Rules of these tables:
-- * revision is the sequence number of the last event of the aggregate that the row shows.
-- * No constraint but the primary key: what the command side accepted must never be refused here.
-- * folded_name is the name in lower case, compared by code point, so that order and cursors do not depend on a locale.
-- * Columns are text without a length; the command side has checked the lengths.

-- Finds a part of a name through an index. The extension may already live in another schema.
create extension if not exists pg_trgm;

create table read_model.partner (
    id          uuid primary key,
    revision    bigint      not null,
    name        text        not null,
    folded_name text        not null collate "C",
    email       text        not null,
    status      text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    created_by  text        not null
);
create index partner_by_creation on read_model.partner (created_at, id);
create index partner_by_part_of_name on read_model.partner using gin (folded_name gin_trgm_ops);

create table read_model.tenant (
    id          uuid primary key,
    revision    bigint      not null,
    partner_id  uuid        not null,
    name        text        not null,
    folded_name text        not null collate "C",
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    created_by  text        not null
);
create index tenant_by_creation on read_model.tenant (created_at, id);
create index tenant_of_partner on read_model.tenant (partner_id, created_at, id);
create index tenant_by_part_of_name on read_model.tenant using gin (folded_name gin_trgm_ops);

create table read_model.version (
    id             uuid primary key,
    revision       bigint      not null,
    component      text        not null,
    type           text        not null,
    number         text        not null,
    status         text        not null,
    changelog      text        not null,
    breaking       boolean     not null,
    security_patch boolean     not null,
    dependencies   jsonb       not null,
    artifacts      jsonb       not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    created_by     text        not null
);
create index version_by_creation on read_model.version (created_at, id);
create index version_of_component on read_model.version (component, created_at, id);

create table read_model.instance (
    id                  uuid primary key,
    revision            bigint      not null,
    name                text        not null,
    folded_name         text        not null collate "C",
    type                text        not null,
    status              text        not null,
    version_id          uuid        not null,
    component           text        not null,
    version             text        not null,
    driver              text        not null,
    url                 text,
    health              text        not null,
    update_policy       text        not null,
    configuration       jsonb       not null,
    resources           jsonb       not null,
    partner_id          uuid,
    tenant_id           uuid,
    active_operation_id uuid,
    last_error          jsonb,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    created_by          text        not null
);
create index instance_by_creation on read_model.instance (created_at, id);
create index instance_by_name on read_model.instance (folded_name, id);
create index instance_by_status on read_model.instance (status, created_at, id);
create index instance_of_component on read_model.instance (component, version, created_at, id);
create index instance_of_partner on read_model.instance (partner_id, created_at, id);
create index instance_of_tenant on read_model.instance (tenant_id, created_at, id);
create index instance_by_part_of_name on read_model.instance using gin (folded_name gin_trgm_ops);

-- The steps are one value, so an event costs one update of one row. The free space keeps these updates within a page
-- and away from the indexes, whose columns seldom change. The steps stay in the row as they are: to compress them at
-- every event costs more than it saves.
create table read_model.operation (
    id          uuid primary key,
    revision    bigint      not null,
    instance_id uuid        not null,
    kind        text        not null,
    state       text        not null,
    progress    integer     not null,
    message     text        not null,
    steps       jsonb       not null,
    finished_at timestamptz,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    created_by  text        not null
) with (fillfactor = 60, toast_tuple_target = 8160);
create index operation_by_start on read_model.operation (created_at, id);
create index operation_of_instance on read_model.operation (instance_id, created_at, id);
create index operation_by_state on read_model.operation (state, created_at, id);
