-- Which data was approved to leave its country. One row per transfer, not per aggregate; id and revision are the event's.
create table read_model.data_transfer (
    id           uuid primary key,
    revision     bigint      not null,
    instance_id  uuid        not null,
    tenant_id    uuid,
    operation_id uuid        not null,
    purpose      text        not null,
    from_region  text        not null,
    to_region    text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    created_by   text        not null
);

create index data_transfer_of_instance on read_model.data_transfer (instance_id, created_at, id);
create index data_transfer_of_tenant on read_model.data_transfer (tenant_id, created_at, id);
