-- Tenants have a status and rules for their data. The default is for rows from before.
alter table command_side.tenant add column status text not null default 'ACTIVE';
alter table command_side.tenant alter column status drop default;
alter table command_side.tenant add column residency text;
create index tenant_of_partner on command_side.tenant (partner, id);

-- Every instance from its request until it is terminated: who owns it and where it runs. data_residency is a JSON array.
create table command_side.instance (
    id             text primary key,
    name           text not null,
    type           text not null,
    partner        text,
    tenant         text,
    region         text not null,
    data_residency text not null
);
create index instance_of_partner on command_side.instance (partner, id);
create index instance_of_tenant on command_side.instance (tenant, id);

-- Instances from before this table, where the events are in this database.
do $$
begin
    if to_regclass('event_store.domain_event') is not null then
        insert into command_side.instance (id, name, type, partner, tenant, region, data_residency)
        select requested.aggregate_identifier,
               blueprint ->> 'name',
               blueprint ->> 'type',
               blueprint ->> 'partnerId',
               blueprint ->> 'tenantId',
               blueprint -> 'configuration' ->> 'region',
               (blueprint -> 'configuration' -> 'dataResidency')::text
        from event_store.domain_event requested
        cross join lateral (select requested.payload::jsonb -> 'blueprint' as blueprint) as payload
        where requested.payload_type = 'instance.provisioning-requested'
          and not exists (
            select from event_store.domain_event terminated
            where terminated.aggregate_identifier = requested.aggregate_identifier
              and terminated.payload_type = 'instance.terminated');
    end if;
end
$$;

-- Platform settings that were set at least once. value is a JSON object.
create table command_side.platform_setting (
    key   text primary key,
    value text not null
);
