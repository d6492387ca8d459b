-- JobRunr makes its own tables here when it starts.
create schema if not exists jobrunr;

-- The queue of record. Whatever the worker runtime knows can be thrown away; this cannot.
create table jobs.platform_job (
  id uuid primary key,
  type text not null,
  priority smallint not null check (priority between 1 and 10), -- 10 is most urgent
  status smallint not null check (status between 0 and 4), -- 0 delayed, 1 ready, 2 running, 3 succeeded, 4 dead
  run_at timestamptz not null,
  claims int not null default 0, -- how often a node took it; the fence against late results
  attempts smallint not null default 0, -- tries that count against max_attempts
  max_attempts smallint not null check (max_attempts > 0),
  deaths smallint not null default 0, -- how often its node died while it ran
  abandoned boolean not null default false, -- the last try did not end when it was told to
  timeout_ms int not null check (timeout_ms > 0),
  backoff_ms int not null check (backoff_ms >= 0),
  unique_key text,
  payload jsonb not null,
  locked_by uuid,
  last_error text,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create index platform_job_ready on jobs.platform_job (priority desc, id) where status = 1;
create index platform_job_delayed on jobs.platform_job (run_at) where status = 0;
create index platform_job_running on jobs.platform_job (locked_by) where status = 2;
create unique index platform_job_unique on jobs.platform_job (type, unique_key)
  where unique_key is not null and status in (0, 1, 2);

-- One row per running process, renewed by its heartbeat.
create table jobs.platform_node (
  id uuid primary key,
  host text not null,
  started_at timestamptz not null default clock_timestamp(),
  last_seen timestamptz not null
);

-- One row per operation that is not over: what it builds, and the try of a step that has no outcome yet.
create table jobs.operation_blueprint (
  operation_id uuid primary key,
  blueprint text not null,
  step_key text, -- null between two steps
  step_job text, -- everything that is needed to launch this try again
  job_id uuid,
  step_since timestamptz
);
create index operation_blueprint_open on jobs.operation_blueprint (step_since) where step_key is not null;
