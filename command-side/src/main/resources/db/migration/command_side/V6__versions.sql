-- What decisions about upgrades look up: the release as it became known, what was decided about it later, and channels.
alter table command_side.version add column release text, add column standing text;

-- Releases from before these columns, where the events are in this database.
do $$
begin
    if to_regclass('event_store.domain_event') is not null then
        update command_side.version known
        set release = released.payload
        from event_store.domain_event released
        where released.aggregate_identifier = known.id and released.payload_type = 'version.released';
    end if;
end
$$;

create table command_side.channel_entry (
    channel  text    not null,
    version  text    not null,
    number   text    not null,
    sequence integer not null,
    offered  boolean not null,
    primary key (channel, sequence)
);
