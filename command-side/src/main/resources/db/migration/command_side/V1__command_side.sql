-- A value that only one owner may have. The row is written in the transaction of the command that claims it.
create table command_side.claim (
    kind  text not null,
    value text not null,
    owner text not null,
    primary key (kind, value)
);

-- What commands look up about other aggregates. Rows are written in the transaction of the event they come from.
create table command_side.partner (
    id     text primary key,
    status text not null
);

create table command_side.tenant (
    id      text primary key,
    partner text not null
);

create table command_side.version (
    id        text primary key,
    component text not null,
    number    text not null,
    status    text not null,
    artifacts text not null,
    unique (component, number)
);
