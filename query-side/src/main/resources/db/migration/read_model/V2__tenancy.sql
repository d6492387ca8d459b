-- Suspension of partners and tenants, what is known of a tenant, and where an instance runs. The defaults are for rows
-- from before: none of them was ever suspended as a tenant, updated or deleted.
alter table read_model.partner add column suspension_id uuid;
create index partner_by_status on read_model.partner (status, created_at, id);
create index partner_by_name on read_model.partner (folded_name, id);
create index partner_by_part_of_email on read_model.partner using gin (email gin_trgm_ops);

alter table read_model.tenant add column status text not null default 'ACTIVE';
alter table read_model.tenant alter column status drop default;
alter table read_model.tenant add column profile jsonb;
alter table read_model.tenant add column residency jsonb;
alter table read_model.tenant add column suspension_id uuid;
create index tenant_by_status on read_model.tenant (status, created_at, id);
create index tenant_by_name on read_model.tenant (folded_name, id);

alter table read_model.instance add column region text;
update read_model.instance set region = configuration ->> 'region';
alter table read_model.instance alter column region set not null;
create index instance_by_region on read_model.instance (region, created_at, id);
create index instance_by_health on read_model.instance (health, created_at, id);

create table read_model.suspension (
    id         uuid primary key,
    revision   bigint      not null,
    owner      text        not null,
    complete   boolean     not null,
    lifted_at  timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text        not null
);

create table read_model.hold (
    id            uuid primary key,
    revision      bigint      not null,
    suspension_id uuid        not null,
    instance_id   uuid        not null,
    outcome       text        not null,
    message       text        not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    created_by    text        not null
);

create index hold_of_suspension on read_model.hold (suspension_id, created_at, id);

create table read_model.setting (
    id         uuid primary key,
    revision   bigint      not null,
    key        text        not null,
    value      jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text        not null
);

-- One row per change, not per aggregate; id and revision are those of the event.
create table read_model.setting_change (
    id         uuid primary key,
    revision   bigint      not null,
    setting_id uuid        not null,
    before     jsonb,
    value      jsonb       not null,
    reason     text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text        not null
);

create index setting_change_of_setting on read_model.setting_change (setting_id, created_at, id);
