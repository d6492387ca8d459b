-- Every instance that is there: what should be of it, who looks at it now, and what is remembered from look to look.
-- Narrow, for all of it is read each second.
create table jobs.instance_watch (
  instance_id uuid primary key,
  driver text not null,
  mode smallint not null, -- 0 to be looked at and running, 1 to be looked at and stopped, 2 not to be looked at
  stopped boolean not null default false, -- whether it is to be stopped as soon as it is looked at again
  busy boolean not null default false, -- whether an operation changes it
  maintenance boolean not null default false,
  epoch bigint not null, -- event from which on what was remembered before no longer counts
  phase double precision not null, -- its place within the interval, 0 to 1
  checked_at timestamptz not null default '-infinity',
  compared_at timestamptz not null default '-infinity',
  claimed_by uuid,
  claimed_until timestamptz,
  state text -- JSON, or null when nothing is remembered
) with (fillfactor = 50);

create table jobs.instance_blueprint (
  instance_id uuid primary key references jobs.instance_watch on delete cascade,
  blueprint text not null
);

-- What was seen at each look; kept for as long as a platform setting says.
create table jobs.health_sample (
  instance_id uuid not null,
  at timestamptz not null,
  report text not null,
  primary key (instance_id, at)
);
create index health_sample_age on jobs.health_sample using brin (at);

-- What drivers have marked as theirs and no known instance owns. Reported from the second look on.
create table jobs.orphan (
  driver text not null,
  kind text not null,
  name text not null,
  instance_id uuid,
  since timestamptz not null,
  looks integer not null,
  primary key (driver, kind, name)
);
