package io.keelson.benchmark.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** db-scheduler on the same PostgreSQL, in its fastest way: it claims with {@code SKIP LOCKED} as many as it has threads for. */
final class DbScheduler {
    private static final String NAME = "nothing";
    private static final int THREADS = 32;
    // As its own documentation recommends for high throughput.
    private static final double REFILL_BELOW = 1.0;
    private static final double FILL_TO = 4.0;
    private static final String TABLE = """
            drop table if exists scheduled_tasks;
            create table scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
              picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
              consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
              primary key (task_name, task_instance));
            create index on scheduled_tasks (execution_time);
            create index on scheduled_tasks (last_heartbeat);
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
              select 'nothing', n::text, now(), false, 1 from generate_series(1, ?) n;
            analyze scheduled_tasks\
            """;

    private final QueueServer server;

    DbScheduler(QueueServer server) {
        this.server = server;
    }

    /** Jobs per second, from the first end on. */
    double process(int jobs) throws InterruptedException {
        server.jdbc().sql(TABLE).param(jobs).update();
        LongAdder ended = new LongAdder();
        OneTimeTask<Void> nothing = Tasks.oneTime(NAME).execute((_, _) -> ended.increment());
        Scheduler scheduler = Scheduler.create(server.pool(), nothing)
                .threads(THREADS)
                .pollUsingLockAndFetch(REFILL_BELOW, FILL_TO)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
        try {
            await(ended, 1);
            long start = System.nanoTime();
            long first = ended.sum();
            await(ended, jobs);
            return (ended.sum() - first) / ((System.nanoTime() - start) / 1e9);
        } finally {
            scheduler.stop();
        }
    }

    private static void await(LongAdder ended, long wanted) throws InterruptedException {
        while (ended.sum() < wanted) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
