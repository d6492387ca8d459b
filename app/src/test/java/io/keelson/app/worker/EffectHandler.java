package io.keelson.app.worker;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes that it began, works for a while, and has an effect under the job's key. A job that is {@code stubborn} works until
 * the table {@code worker_story.release} has a row, and hears no interrupt.
 */
@Component
@ConditionalOnBooleanProperty("keelson.worker-story")
class EffectHandler implements JobHandler {
    static final String TYPE = "worker-story";

    private final JdbcClient jdbc;

    EffectHandler(@Qualifier("dataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable String run(RunningJob job) throws InterruptedException {
        jdbc.sql("insert into worker_story.begun (job, attempt, pid) values (?, ?, ?)")
                .params(job.id(), job.attempt(), ProcessHandle.current().pid())
                .update();
        Order order = JsonMapper.shared().readValue(job.payload(), Order.class);
        if (order.stubborn()) {
            untilReleased();
        } else {
            Thread.sleep(order.millis());
        }
        jdbc.sql("insert into worker_story.effect (job) values (?) on conflict (job) do nothing")
                .param(job.id())
                .update();
        return null;
    }

    private void untilReleased() {
        while (jdbc.sql("select count(*) from worker_story.release")
                        .query(Integer.class)
                        .single()
                == 0) {
            boolean _ = Thread.interrupted();
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** The payload. */
    record Order(int millis, boolean stubborn) {
        String json() {
            return JsonMapper.shared().writeValueAsString(this);
        }
    }
}
