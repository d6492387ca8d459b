-- Queues, owners, fairness, keys, progress and results.
alter table jobs.platform_job
  drop constraint platform_job_status_check,
  -- 0 delayed or to be tried again, 1 ready, 2 running, 3 succeeded, 4 dead, 5 cancelled, 6 suspended, 7 blocked by its gate
  add constraint platform_job_status_check check (status between 0 and 7),
  add column queue text not null default 'default',
  add column tenant_id uuid not null default '00000000-0000-0000-0000-000000000000', -- zero: the platform itself
  add column instance_id uuid,
  add column created_by text not null default 'keelson',
  add column fair_seq bigint not null default 0, -- place among equals, so that a flood of one tenant delays no other
  add column serial_key text, -- of the jobs of a tenant with the same key one runs at a time, in order of their ids
  -- 0 none, 1 waits for its serial key and was not looked at, 2 waits for its serial key, 3 waits for its tenant's limit,
  -- 4 is delayed but keeps its serial key. With 3 and 4, as while ready or running, no other job has the key.
  add column gate smallint not null default 0 check (gate between 0 and 4),
  add column unique_scope smallint not null default 0, -- 0 unfinished, 1 waiting, 2 for a period
  add column progress smallint not null default 0 check (progress between 0 and 100),
  add column progress_message text,
  add column result jsonb,
  add column last_code text, -- stable name of the last error
  add column last_stack text,
  add column cancel_requested boolean not null default false,
  add column schedule_id uuid,
  add column scheduled_for timestamptz, -- the moment of the schedule that this job is the run of
  add column parent_id uuid, -- the workflow it belongs to
  add column acts bigint not null default 0; -- number of the last thing that a person did with it

drop index jobs.platform_job_ready;
create index platform_job_ready on jobs.platform_job (queue, priority desc, fair_seq, id) where status = 1;
create index platform_job_fair on jobs.platform_job (tenant_id, queue, priority, fair_seq) where status = 1;
drop index jobs.platform_job_unique;
create unique index platform_job_unique on jobs.platform_job (type, unique_key, tenant_id)
  where unique_key is not null and unique_scope = 0 and status in (0, 1, 2, 6, 7);
create index platform_job_unique_otherwise on jobs.platform_job (type, unique_key, tenant_id)
  where unique_key is not null and unique_scope <> 0;
create unique index platform_job_serial_holder on jobs.platform_job (serial_key, tenant_id)
  where serial_key is not null and (status in (1, 2) or gate in (3, 4));
create index platform_job_serial_waiting on jobs.platform_job (serial_key, tenant_id, id) where status = 7 and gate in (1, 2);
create index platform_job_serial_unseen on jobs.platform_job (id) where status = 7 and gate = 1;
create index platform_job_limited on jobs.platform_job (tenant_id, priority desc, id) where status = 7 and gate = 3;
create index platform_job_parent on jobs.platform_job (parent_id) where parent_id is not null;

-- Written when a try fails; a job that succeeds at once has none.
create table jobs.platform_job_attempt (
  job_id uuid not null,
  attempt int not null,
  claim int not null, -- a try can fail again after its job was redriven
  node uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null, -- FAILED, TIMED_OUT, ABANDONED, NODE_DIED or CANCELLED
  code text,
  error text,
  stack text,
  primary key (job_id, claim)
);

create table jobs.platform_job_log (
  job_id uuid not null,
  attempt int not null,
  seq int not null, -- grows over all tries of a job
  at timestamptz not null,
  line text not null,
  primary key (job_id, seq)
);

create table jobs.platform_queue (
  name text primary key,
  concurrency int not null check (concurrency > 0), -- jobs that one node runs at a time
  paused boolean not null default false,
  acts bigint not null default 0 -- number of the last thing that a person did with it
);
insert into jobs.platform_queue (name, concurrency)
values ('default', 64), ('provisioning', 64), ('email', 16), ('webhook', 64), ('workflow', 16), ('report', 4);

-- Only tenants that may not have as many jobs running as they like.
create table jobs.platform_tenant_limit (
  tenant_id uuid primary key,
  max_running int not null check (max_running > 0) -- on all nodes together
);

alter table jobs.platform_node
  add column lanes int not null default 0,
  add column busy int not null default 0,
  add column max_lanes int not null default 0;

-- The place of a tenant's next job among its equals: behind all it has there, but not behind what others will have.
create function jobs.next_fair_seq(tenant uuid, in_queue text, with_priority smallint) returns bigint
language sql stable as $$
  select 1 + greatest(
    (select fair_seq from jobs.platform_job where status = 1 and queue = in_queue and priority = with_priority
      order by queue, priority desc, fair_seq, id limit 1),
    (select fair_seq from jobs.platform_job
      where status = 1 and tenant_id = tenant and queue = in_queue and priority = with_priority
      order by tenant_id desc, queue desc, priority desc, fair_seq desc limit 1),
    0)
$$;
