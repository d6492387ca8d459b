package io.keelson.app.schedule;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.command.schedule.ScheduleChecks;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.schedule.DatabaseTime;
import io.keelson.job.schedule.JobTypes;
import io.keelson.job.schedule.PayloadRule;
import io.keelson.job.schedule.RunSettler;
import io.keelson.job.schedule.ScheduleCheck;
import io.keelson.job.schedule.ScheduleClock;
import io.keelson.job.schedule.ScheduleQueries;
import io.keelson.job.schedule.ScheduleRegister;
import io.keelson.job.schedule.ScheduleSignal;
import io.keelson.query.live.ProjectedTable;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register joins the transactions of the application; the clock and the settler have the workers' pool. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
    @Bean
    JobTypes scheduledJobTypes(List<JobHandler> handlers) {
        return new JobTypes(handlers);
    }

    @Bean
    PayloadRule payloadRule() {
        return new PayloadSchemas();
    }

    @Bean
    ScheduleChecks scheduleChecks(DataSource dataSource, JobTypes types, PayloadRule payloads, Clock clock) {
        return new QueueChecks(new ScheduleCheck(dataSource, types, payloads, clock));
    }

    @Bean
    ScheduleSignal scheduleSignal(@Qualifier("workerDataSource") HikariDataSource workers) {
        return new ScheduleSignal(workers);
    }

    @Bean
    ScheduleRegister scheduleRegister(DataSource dataSource, JobQueue queue, JobTypes types, ScheduleSignal signal) {
        return new ScheduleRegister(dataSource, queue, types, signal);
    }

    @Bean
    ScheduleQueries scheduleQueries(DataSource dataSource, Clock clock) {
        return new ScheduleQueries(dataSource, clock);
    }

    /** Where a request sees that the register has heard of its change. */
    @Bean
    ProjectedTable scheduleTable() {
        return new ProjectedTable("schedule", "jobs.platform_schedule");
    }

    @Bean
    ScheduleClock scheduleClock(
            @Qualifier("workerDataSource") HikariDataSource workers,
            JobSignals signals,
            JobTypes types,
            ScheduleProperties properties) {
        return new ScheduleClock(
                workers, new JobQueue(workers, signals), types, DatabaseTime.POSTGRESQL, properties.settings());
    }

    @Bean
    RunSettler runSettler(
            @Qualifier("workerDataSource") HikariDataSource workers,
            CommandGateway commands,
            ScheduleProperties properties) {
        return new RunSettler(workers, commands, properties.settings());
    }
}
