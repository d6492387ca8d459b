-- What happened to jobs, by the minute (span 0) and by the hour (span 1) in which it became durable; kept 7 days.
create table jobs.platform_job_flow (
  span smallint not null,
  start timestamptz not null,
  queue text not null,
  type text not null,
  outcome smallint not null, -- 0 enqueued, 1 completed, 2 to be tried again, 3 dead, 4 cancelled
  count bigint not null,
  primary key (span, start, queue, type, outcome)
) with (fillfactor = 70);

-- How long jobs waited and ran: a histogram whose bucket n ends at 0.1 ms * 1.2^n.
create table jobs.platform_job_time (
  span smallint not null,
  start timestamptz not null,
  queue text not null,
  type text not null,
  kind smallint not null, -- 0 wait, 1 run
  bucket smallint not null,
  count bigint not null,
  primary key (span, start, queue, type, kind, bucket)
) with (fillfactor = 70);

-- What became of each call that submitted jobs, so that the same call again gets the same answer.
create table jobs.platform_job_submission (
  id uuid primary key,
  job_ids uuid[] not null,
  existing uuid[] not null,
  at timestamptz not null default clock_timestamp()
);
create index platform_job_submission_age on jobs.platform_job_submission using brin (at);

-- For lists, newest or oldest first. Jobs that simply run and end never enter the first two.
create index platform_job_set_aside on jobs.platform_job (status, id) where status in (0, 4, 5, 6, 7);
create index platform_job_retrying on jobs.platform_job (id) where status = 0 and attempts > 0;
create index platform_job_instance on jobs.platform_job (instance_id, id) where instance_id is not null;
create index platform_job_schedule on jobs.platform_job (schedule_id, id) where schedule_id is not null;
create index platform_job_tenant on jobs.platform_job (tenant_id, id)
  where tenant_id <> '00000000-0000-0000-0000-000000000000';
