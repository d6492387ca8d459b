package io.keelson.benchmark.jobs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/** JobRunr as it comes, on the same PostgreSQL: each job is one of its own. */
final class PlainJobRunr {
    private static final String SCHEMA = "peer_jobrunr";
    private static final int WORKERS = 32;
    private static final LongAdder ENDED = new LongAdder();

    private final QueueServer server;

    PlainJobRunr(QueueServer server) {
        this.server = server;
    }

    /** A job that does nothing. Public, because JobRunr reads it back by name. */
    public record Nothing() implements JobRequest {
        @Override
        public Class<NothingHandler> getJobRequestHandler() {
            return NothingHandler.class;
        }
    }

    /** Counts. */
    public static final class NothingHandler implements JobRequestHandler<Nothing> {
        @Override
        public void run(Nothing request) {
            ENDED.increment();
        }
    }

    /** Jobs per second; the wait for JobRunr's first look is not counted. */
    double process(int jobs) throws InterruptedException {
        server.jdbc().sql("create schema if not exists " + SCHEMA).update();
        Jackson3JsonMapper json = new Jackson3JsonMapper();
        PostgresStorageProvider storage =
                new PostgresStorageProvider(server.pool(), SCHEMA + ".", DatabaseOptions.CREATE);
        storage.setJobMapper(new JobMapper(json));
        new JobRequestScheduler(storage)
                .create(Stream.generate(() -> JobBuilder.aJob().withJobRequest(new Nothing()))
                        .limit(jobs));
        BackgroundJobServer worker = new BackgroundJobServer(
                storage,
                json,
                PlainJobRunr::handler,
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(Duration.ofSeconds(5))
                        .andWorkerCount(WORKERS));
        long before = ENDED.sum();
        worker.start();
        try {
            await(before + 1);
            long start = System.nanoTime();
            long first = ENDED.sum();
            await(before + jobs);
            return (ENDED.sum() - first) / ((System.nanoTime() - start) / 1e9);
        } finally {
            worker.stop();
        }
    }

    private static <T> T handler(Class<T> type) {
        return type.cast(new NothingHandler());
    }

    private static void await(long ended) throws InterruptedException {
        while (ENDED.sum() < ended) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
