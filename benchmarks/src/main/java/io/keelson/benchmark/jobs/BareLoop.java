package io.keelson.benchmark.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The limit: four threads claim fifty rows in order of priority and end them with the next claim, and nothing else. */
final class BareLoop {
    private static final int THREADS = 4;
    private static final String STEP = """
        with done as (update bare_job set status = 3 where id = any(?)),
        next as (select id from bare_job where status = 1 order by priority desc, id limit 50 for update skip locked)
        update bare_job j set status = 2 from next where j.id = next.id returning j.id, cast(j.payload as text)\
        """;

    private final QueueServer server;

    BareLoop(QueueServer server) {
        this.server = server;
    }

    /** Jobs per second. */
    double process(int jobs) throws Exception {
        server.jdbc().sql(table(jobs)).update();
        List<Future<Integer>> threads = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.add(pool.submit(this::loop));
            }
            pool.shutdown();
            boolean ended = pool.awaitTermination(1, TimeUnit.MINUTES);
            if (!ended) {
                throw new IllegalStateException("The bare loop does not end.");
            }
        }
        int done = 0;
        for (Future<Integer> thread : threads) {
            done += thread.get();
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static String table(int jobs) {
        return """
            drop table if exists bare_job;
            create table bare_job (id bigint primary key, priority smallint not null, status smallint not null,
              payload jsonb not null) with (fillfactor = 80);
            create index on bare_job (priority desc, id) where status = 1;
            insert into bare_job select n, 1 + n %% 10, 1, '{}' from generate_series(1, %d) n;
            analyze bare_job\
            """.formatted(jobs);
    }

    private int loop() throws SQLException {
        int done = 0;
        try (Connection connection = server.pool().getConnection();
                PreparedStatement step = connection.prepareStatement(STEP)) {
            Long[] claimed = {};
            do {
                step.setArray(1, connection.createArrayOf("bigint", claimed));
                List<Long> next = new ArrayList<>();
                try (ResultSet rows = step.executeQuery()) {
                    while (rows.next()) {
                        next.add(rows.getLong(1));
                    }
                }
                done += next.size();
                claimed = next.toArray(Long[]::new);
            } while (claimed.length > 0);
        }
        return done;
    }
}
