package io.keelson.job.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import java.util.List;

/** A node with connections of its own. Cut off from them it is dead for the others, while its threads go on for a while. */
final class CutOffNode implements AutoCloseable {
    private static final int CONNECTIONS = 6;

    private final HikariDataSource pool;
    private final JobNode node;
    private boolean ended;

    CutOffNode(JobsDatabase database, FunctionHandler.Work work) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.direct());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1_000);
        pool = new HikariDataSource(config);
        node = new JobNode(
                pool,
                new JobSignals(pool),
                new ThreadShifts(),
                JobsDatabase.SETTINGS,
                List.of(new FunctionHandler(work)));
        node.start();
    }

    boolean ended() {
        return ended;
    }

    /** Takes its connections away at once; its threads end later. */
    void cutOff() {
        ended = true;
        pool.close();
        Thread.ofPlatform().daemon().start(node::stop);
    }

    @Override
    public void close() {
        node.stop();
        pool.close();
    }
}
