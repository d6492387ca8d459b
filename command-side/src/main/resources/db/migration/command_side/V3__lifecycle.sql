-- The backups that are kept, for commands about other instances than the one that was backed up.
create table command_side.backup (
    id        text primary key,
    instance  text not null,
    component text not null,
    version   text not null,
    checksum  text not null
);
