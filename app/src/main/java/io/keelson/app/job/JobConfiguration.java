package io.keelson.app.job;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.driver.InstanceDriver;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.step.StepHandler;
import io.keelson.job.step.StepLauncher;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The queue joins the transactions of the application; its workers, signals and JobRunr have a pool of their own and
 * never do.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    @Bean
    JobSignals jobSignals(@Qualifier("workerDataSource") HikariDataSource workers) {
        return new JobSignals(workers);
    }

    @Bean
    JobQueue jobQueue(DataSource dataSource, JobSignals signals) {
        return new JobQueue(dataSource, signals);
    }

    @Bean
    StepLauncher stepLauncher(DataSource dataSource, JobQueue queue) {
        return new StepLauncher(dataSource, queue);
    }

    @Bean
    StepHandler stepHandler(DataSource dataSource, CommandGateway commands, List<InstanceDriver> drivers) {
        return new StepHandler(dataSource, commands, drivers);
    }
}
