package io.keelson.app.job;

import io.keelson.job.queue.JobSettings;
import io.keelson.job.worker.WorkerDesk;
import io.keelson.job.worker.WorkerFleet;
import io.keelson.job.worker.WorkerMetrics;
import io.keelson.job.worker.WorkerQueries;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every node knows about all workers, whether it is one or not. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {
    private static final Duration SILENCE = JobSettings.DEFAULT.silence();

    @Bean
    WorkerDesk workerDesk(DataSource dataSource, EventBus events) {
        return new WorkerDesk(dataSource, events, SILENCE);
    }

    @Bean
    WorkerQueries workerQueries(DataSource dataSource) {
        return new WorkerQueries(dataSource, SILENCE);
    }

    @Bean
    WorkerFleet workerFleet(DataSource dataSource) {
        return new WorkerFleet(dataSource, SILENCE);
    }

    @Bean
    WorkerMetrics workerMetrics(WorkerFleet fleet) {
        return new WorkerMetrics(fleet);
    }
}
