-- One row per process that runs jobs, written by itself every second. It is what others see; what a process owns is decided
-- by platform_node and the fence of each claim.
create table jobs.worker (
  id uuid primary key, -- under which it claims jobs; new with every start
  process_id uuid, -- set when a supervisor started the process
  host text not null,
  pid bigint not null,
  roles text not null, -- names, separated by commas
  version text not null,
  phase text not null check (phase in ('STARTING', 'RUNNING', 'DRAINING')),
  started_at timestamptz not null default clock_timestamp(),
  last_seen timestamptz not null,
  ended_at timestamptz,
  lanes int not null,
  busy int not null,
  max_lanes int not null,
  heap_used bigint not null,
  heap_max bigint not null,
  drain boolean not null default false, -- somebody wants it to take no more jobs
  drain_reason text,
  acts bigint not null default 0 -- how many events tell of it
) with (fillfactor = 70);

-- Who looks after the worker processes of a machine; the epoch is the fence against one that was cut off.
create table jobs.supervisor (
  machine text primary key,
  holder uuid not null,
  epoch bigint not null,
  expires_at timestamptz not null
);

-- One row per worker process that a supervisor wants, written before the process is started, so that none is ever unknown.
create table jobs.worker_process (
  id uuid primary key,
  machine text not null,
  slot int not null check (slot >= 0), -- below the allowed number of processes, which is why there are never more
  epoch bigint not null, -- of the supervisor that started it
  pid bigint,
  start_ticks bigint, -- with the pid it names one process until the machine restarts
  stop_requested_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  unique (machine, slot)
);
