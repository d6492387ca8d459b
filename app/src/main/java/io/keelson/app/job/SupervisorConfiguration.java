package io.keelson.app.job;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.app.driver.ProcessDriverProperties;
import io.keelson.app.home.HomeProperties;
import io.keelson.driver.limit.ControlGroups;
import io.keelson.job.supervisor.Supervisor;
import io.keelson.job.supervisor.SupervisorSettings;
import io.keelson.job.worker.WorkerFleet;
import io.keelson.postgres.PostgresAddress;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after worker processes on this machine, on nodes of any role that are allowed to have some. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("${keelson.workers.max-workers:0} > 0 && '${keelson.workers.process:}' == ''")
class SupervisorConfiguration {
    /** What a process needs after its grace to hand its jobs back and end. */
    private static final Duration AFTER_GRACE = Duration.ofSeconds(5);

    @Bean
    Supervisor supervisor(
            @Qualifier("workerDataSource") HikariDataSource workers,
            WorkerFleet fleet,
            WorkerProperties properties,
            JobProperties jobs,
            ProcessDriverProperties driver,
            WorkerCommand command) {
        SupervisorSettings settings = new SupervisorSettings(
                properties.scaling(),
                properties.limits(),
                jobs.grace().plus(AFTER_GRACE),
                driver.limits() ? ControlGroups.SYSTEM : null);
        return new Supervisor(workers, fleet, command, settings);
    }

    @Bean
    WorkerCommand workerCommand(
            HomeProperties home,
            PostgresAddress database,
            WorkerProperties properties,
            ApplicationArguments arguments) {
        return WorkerCommand.likeThis(home, database, properties.concurrency(), arguments.getSourceArgs());
    }

    @Bean
    SupervisorLifecycle supervisorLifecycle(Supervisor supervisor) {
        return new SupervisorLifecycle(supervisor);
    }
}
