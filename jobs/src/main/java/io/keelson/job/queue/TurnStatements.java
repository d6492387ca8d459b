package io.keelson.job.queue;

/**
 * The dispatcher's statements on {@code platform_job}. Status numbers are literals, else the partial indexes would not be
 * used; time is the database's, so that nodes need not agree on it. {@code status + 0} is for rows that are found by their
 * ids: a planner that believes few jobs to be running would rather compare each of them with each id.
 */
final class TurnStatements {
    /** Saves what only succeeded; answers how many. */
    static final String SAVE_PLAIN = """
        with saved as (
          update jobs.platform_job j set status = 3, progress = 100, finished_at = statement_timestamp()
          from unnest(?::uuid[], ?::int4[]) as o (id, claim)
          where j.id = o.id and j.status + 0 = 2 and j.locked_by = ? and j.claims = o.claim
          returning 1)
        select count(*) from saved\
        """;

    /** Saves any outcome and keeps the failed tries; answers how many. */
    static final String SAVE = """
        with o as materialized (
          select * from unnest(?::uuid[], ?::int4[], ?::int2[], ?::int8[], ?::bool[], ?::text[], ?::text[], ?::text[],
            ?::text[], ?::text[])
            as o (id, claim, status, delay, charged, kind, code, error, stack, result)),
        saved as (
          update jobs.platform_job j
          set status = case when o.status in (0, 1) and j.cancel_requested then 5 else o.status end,
            gate = case when o.status = 0 and not j.cancel_requested and j.serial_key is not null then 4 else 0 end,
            locked_by = case when o.status in (0, 1) then null else j.locked_by end,
            run_at = case when o.status = 0
              then statement_timestamp() + o.delay * interval '1 millisecond' else j.run_at end,
            attempts = j.attempts - case when o.charged then 0 else 1 end,
            abandoned = case when o.charged then coalesce(o.kind = 'ABANDONED', false) else j.abandoned end,
            last_code = coalesce(o.code, j.last_code), last_error = coalesce(o.error, j.last_error),
            last_stack = coalesce(o.stack, case when o.error is null then j.last_stack end),
            result = coalesce(cast(o.result as jsonb), j.result),
            progress = case when o.status = 3 then 100 else j.progress end,
            finished_at = case when o.status in (3, 4, 5) or j.cancel_requested then statement_timestamp() end
          from o where j.id = o.id and j.status + 0 = 2 and j.locked_by = ? and j.claims = o.claim
          returning j.id, j.claims, j.attempts, coalesce(j.started_at, statement_timestamp()) as started_at),
        kept as (
          insert into jobs.platform_job_attempt
            (job_id, attempt, claim, node, started_at, ended_at, outcome, code, error, stack)
          select s.id, s.attempts, s.claims, ?, s.started_at, statement_timestamp(), o.kind, o.code, o.error, o.stack
          from saved s join o on o.id = s.id where o.kind is not null
          on conflict do nothing)
        select count(*) from saved\
        """;

    /** Locks serial keys, so that one node at a time chooses who is next, and sees what the one before chose. */
    static final String LOCK_KEYS = """
        select pg_advisory_xact_lock(8101, k) from unnest(?::int4[]) with ordinality as l (k, n) order by n\
        """;

    /** Lets the first waiting job of each free serial key go. */
    static final String ADMIT_KEYS = """
        with admitted as (
          update jobs.platform_job j
          set status = case when h.limited then 7 else 1 end, gate = case when h.limited then 3 else 0 end,
            fair_seq = jobs.next_fair_seq(j.tenant_id, j.queue, j.priority)
          from (
            select f.id, exists (select 1 from jobs.platform_tenant_limit l where l.tenant_id = k.tenant) as limited
            from unnest(?::uuid[], ?::text[]) as k (tenant, key)
            cross join lateral (
              select w.id from jobs.platform_job w
              where w.serial_key = k.key and w.tenant_id = k.tenant and w.status = 7 and w.gate in (1, 2)
              order by w.serial_key, w.tenant_id, w.id limit 1) f
            where not exists (
              select 1 from jobs.platform_job r
              where r.serial_key = k.key and r.tenant_id = k.tenant and r.serial_key is not null
                and (r.status in (1, 2) or r.gate in (3, 4)))) h
          where j.id = h.id and j.status = 7
          returning 1)
        select count(*) from admitted\
        """;

    /** Marks jobs whose serial key was looked at. */
    static final String SEEN = """
        with seen as (
          update jobs.platform_job set gate = 2 where id = any(?::uuid[]) and status = 7 and gate = 1 returning 1)
        select count(*) from seen\
        """;

    /** Lets one node at a time count what tenants with a limit have running. */
    static final String LOCK_LIMITS = "select pg_advisory_xact_lock(8102, 0)";

    /** Lets blocked jobs of tenants with a limit go, as many as may run. */
    static final String ADMIT_LIMITED = """
        with running as materialized (
          select tenant_id, count(*) as jobs from jobs.platform_job where status = 2 group by tenant_id),
        room as materialized (
          select l.tenant_id, l.max_running - coalesce(r.jobs, 0) - (
            select count(*) from (
              select 1 from jobs.platform_job w where w.status = 1 and w.tenant_id = l.tenant_id
              limit l.max_running) ready) as free
          from jobs.platform_tenant_limit l left join running r on r.tenant_id = l.tenant_id
          where exists (
            select 1 from jobs.platform_job b where b.tenant_id = l.tenant_id and b.status = 7 and b.gate = 3)),
        admitted as (
          update jobs.platform_job j
          set status = 1, gate = 0, fair_seq = jobs.next_fair_seq(j.tenant_id, j.queue, j.priority)
          from room cross join lateral (
            select w.id from jobs.platform_job w
            where w.tenant_id = room.tenant_id and w.status = 7 and w.gate = 3
            order by w.tenant_id, w.priority desc, w.id limit greatest(0, room.free)) f
          where j.id = f.id
          returning 1)
        select count(*) from admitted\
        """;

    /** Makes due jobs ready, or lets them wait at their gate; each tenant's behind what it has there. */
    static final String PROMOTE = """
        with due as materialized (
          select id, tenant_id, queue, priority, serial_key, gate, run_at from jobs.platform_job
          where status = 0 and run_at <= statement_timestamp() order by run_at limit 1000 for update skip locked),
        base as materialized (
          select d.*, jobs.next_fair_seq(d.tenant_id, d.queue, d.priority) as first_seq,
            exists (select 1 from jobs.platform_tenant_limit l where l.tenant_id = d.tenant_id) as limited
          from (select distinct tenant_id, queue, priority from due) d),
        placed as materialized (
          select d.id,
            case when d.serial_key is not null and d.gate <> 4 then 1 when b.limited then 3 else 0 end as gate,
            b.first_seq - 1
              + row_number() over (partition by d.tenant_id, d.queue, d.priority order by d.run_at, d.id) as seq
          from due d join base b on b.tenant_id = d.tenant_id and b.queue = d.queue and b.priority = d.priority),
        promoted as (
          update jobs.platform_job j
          set status = case when p.gate = 0 then 1 else 7 end, gate = p.gate, fair_seq = p.seq
          from placed p where j.id = p.id
          returning 1)
        select count(*) from promoted\
        """;

    /** Takes the first jobs over all queues that have room and are not paused. */
    static final String CLAIM = """
        with next as materialized (
          select c.id from jobs.platform_queue q
          left join unnest(?::text[], ?::int4[]) as b (queue, held) on b.queue = q.name
          cross join lateral (
            select w.id, w.priority, w.fair_seq from jobs.platform_job w where w.status = 1 and w.queue = q.name
            order by w.queue, w.priority desc, w.fair_seq, w.id
            limit case when q.concurrency >= ? then ? else least(?, greatest(0, q.concurrency - coalesce(b.held, 0))) end
            for update skip locked) c
          where not q.paused
          order by c.priority desc, c.fair_seq, c.id limit ?)
        """;

    /** Takes the first jobs of each queue and priority that wait for too long, the oldest first. */
    static final String CLAIM_AGED = """
        with next as materialized (
          select c.id from jobs.platform_queue q
          left join unnest(?::text[], ?::int4[]) as b (queue, held) on b.queue = q.name
          cross join generate_series(1, 9) as p (priority)
          cross join lateral (
            select w.id, w.run_at from jobs.platform_job w
            where w.status = 1 and w.queue = q.name and w.priority = p.priority
            order by w.queue, w.priority desc, w.fair_seq, w.id limit ? for update skip locked) c
          where not q.paused and (q.concurrency >= ? or q.concurrency > coalesce(b.held, 0))
            and c.run_at < statement_timestamp() - ? * interval '1 millisecond'
          order by c.run_at limit ?)
        """;

    /** What follows either choice. */
    static final String TAKE = """
        update jobs.platform_job j
        set status = 2, locked_by = ?, claims = j.claims + 1, attempts = j.attempts + 1,
          started_at = statement_timestamp()
        from next where j.id = next.id
        returning j.id, j.type, cast(j.payload as text), j.queue, j.priority, j.fair_seq, j.serial_key, j.claims,
          j.attempts, j.max_attempts, j.abandoned, j.timeout_ms, j.backoff_ms, j.tenant_id, j.instance_id,
          j.created_by, j.schedule_id, j.scheduled_for, j.parent_id,
          cast(extract(epoch from statement_timestamp() - j.run_at) * 1000 as int8)\
        """;

    /** Milliseconds until the next delayed job is due, and whether any tenant has a limit. */
    static final String LOOK = """
        select (select cast(ceil(extract(epoch from d.run_at - clock_timestamp()) * 1000) as int8)
            from jobs.platform_job d where d.status = 0 order by d.run_at limit 1),
          exists (select 1 from jobs.platform_tenant_limit)\
        """;

    /** Jobs with a serial key that nobody has looked at. */
    static final String UNSEEN = """
        select id, tenant_id, serial_key from jobs.platform_job where status = 7 and gate = 1 order by id limit 500\
        """;

    /** Keeps how far running jobs are. */
    static final String PROGRESS = """
        with told as (
          update jobs.platform_job j set progress = p.percent, progress_message = p.message
          from unnest(?::uuid[], ?::int4[], ?::int2[], ?::text[]) as p (id, claim, percent, message)
          where j.id = p.id and j.status + 0 = 2 and j.locked_by = ? and j.claims = p.claim
          returning 1)
        select count(*) from told\
        """;

    /** Keeps lines that running jobs have written; their age is in microseconds. */
    static final String LOG = """
        with written as (
          insert into jobs.platform_job_log (job_id, attempt, seq, at, line)
          select l.id, l.attempt, l.seq, clock_timestamp() - l.age * interval '1 microsecond', l.line
          from unnest(?::uuid[], ?::int4[], ?::int4[], ?::int8[], ?::text[]) as l (id, attempt, seq, age, line)
          on conflict do nothing
          returning 1)
        select count(*) from written\
        """;

    /** Jobs of this node that somebody wants to end. */
    static final String CANCELS = """
        select id from jobs.platform_job where status = 2 and locked_by = ? and cancel_requested\
        """;

    private TurnStatements() {}
}
