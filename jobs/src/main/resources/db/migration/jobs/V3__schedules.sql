-- One row per schedule, also of deleted ones, so that an event that is handled again finds that it was handled. What
-- people decide comes from events, guarded by the revision; where the clock stands is this table's own and is in no event.
create table jobs.platform_schedule (
  id uuid primary key,
  revision bigint not null, -- sequence number of the last event
  name text not null,
  folded_name text not null,
  tenant_id uuid,
  instance_id uuid,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  definition text not null,
  job_type text not null,
  enabled boolean not null,
  paused boolean not null default false, -- off because its runs failed
  deleted boolean not null default false,
  next_fire_at timestamptz, -- without jitter; null when it does not fire
  due_at timestamptz, -- the same with jitter
  last_fire_at timestamptz,
  failures int not null default 0, -- dead runs in a row
  pause_after int not null, -- 0 for never
  pause_due boolean not null default false -- to be switched off by a command
) with (fillfactor = 80);
create index platform_schedule_due on jobs.platform_schedule (due_at) where due_at is not null;
create index platform_schedule_pause on jobs.platform_schedule (id) where pause_due;
create index platform_schedule_list on jobs.platform_schedule (created_at, id);

-- The history, and the reason why a fire makes one job only: its primary key.
create table jobs.platform_schedule_run (
  schedule_id uuid not null,
  fire_time timestamptz not null,
  kind text not null check (kind in ('SCHEDULED', 'RUN_NOW', 'BACKFILL')),
  until timestamptz not null, -- last of several missed fires, else fire_time
  fires int not null default 1,
  result text not null check (result in ('STARTED', 'SKIPPED', 'MISSED')), -- the first made a job
  job_id uuid,
  outcome smallint, -- final status of the job, 9 when it was removed before; null while it is not finished
  recorded_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (schedule_id, fire_time, kind)
) with (fillfactor = 80);
create index platform_schedule_run_open on jobs.platform_schedule_run (schedule_id)
  where job_id is not null and outcome is null;
create index platform_schedule_run_age on jobs.platform_schedule_run using brin (recorded_at);
