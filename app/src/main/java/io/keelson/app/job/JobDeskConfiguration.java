package io.keelson.app.job;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.command.directory.Directory;
import io.keelson.job.desk.ActDesk;
import io.keelson.job.desk.DeadLetterDesk;
import io.keelson.job.desk.JobCatalogue;
import io.keelson.job.desk.JobOwners;
import io.keelson.job.desk.QueueDesk;
import io.keelson.job.desk.SubmissionDesk;
import io.keelson.job.queue.JobActs;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.queue.QueueActs;
import io.keelson.job.statistics.DepthCensus;
import io.keelson.job.statistics.JobGauges;
import io.keelson.job.statistics.JobStatisticsQueries;
import io.keelson.job.statistics.JobTally;
import io.keelson.job.statistics.MeteredJobs;
import io.keelson.job.statistics.StatisticsWatch;
import io.keelson.job.view.JobQueries;
import io.keelson.job.view.JobWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What callers can do with jobs and see of them. Figures are read and written outside the application's transactions. */
@Configuration(proxyBeanMethods = false)
class JobDeskConfiguration {
    @Bean
    JobCatalogue jobCatalogue(List<JobHandler> handlers) {
        return new JobCatalogue(handlers);
    }

    @Bean
    JobOwners jobOwners(Directory directory) {
        return new DirectoryOwners(directory);
    }

    @Bean
    SubmissionDesk submissionDesk(
            DataSource dataSource, JobQueue queue, JobCatalogue types, JobOwners owners, EventBus events) {
        return new SubmissionDesk(dataSource, queue, types, owners, events);
    }

    @Bean
    JobActs jobActs(DataSource dataSource, JobSignals signals) {
        return new JobActs(dataSource, signals);
    }

    @Bean
    QueueActs queueActs(DataSource dataSource, JobSignals signals) {
        return new QueueActs(dataSource, signals);
    }

    @Bean
    ActDesk actDesk(DataSource dataSource, JobActs acts, JobCatalogue types, EventBus events) {
        return new ActDesk(dataSource, acts, types, events);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(DataSource dataSource, JobActs acts, JobCatalogue types, EventBus events) {
        return new DeadLetterDesk(dataSource, acts, types, events);
    }

    @Bean
    QueueDesk queueDesk(DataSource dataSource, QueueActs acts, EventBus events) {
        return new QueueDesk(dataSource, acts, events);
    }

    @Bean
    JobQueries jobQueries(DataSource dataSource, PlatformTransactionManager transactions, JobCatalogue types) {
        return new JobQueries(dataSource, transactions, types);
    }

    @Bean
    JobWatch jobWatch(@Qualifier("workerDataSource") HikariDataSource workers, QueryUpdateEmitter updates) {
        return new JobWatch(workers, updates);
    }

    @Bean
    DepthCensus depthCensus(@Qualifier("workerDataSource") HikariDataSource workers) {
        return new DepthCensus(workers);
    }

    @Bean
    JobTally jobTally(@Qualifier("workerDataSource") HikariDataSource workers) {
        return new JobTally(workers);
    }

    @Bean
    JobStatisticsQueries jobStatisticsQueries(
            @Qualifier("workerDataSource") HikariDataSource workers, DepthCensus census) {
        return new JobStatisticsQueries(workers, census);
    }

    @Bean
    StatisticsWatch statisticsWatch(JobStatisticsQueries statistics, QueryUpdateEmitter updates) {
        return new StatisticsWatch(statistics, updates);
    }

    @Bean
    JobGauges jobGauges(DataSource migrated, DepthCensus census) {
        return new JobGauges(migrated, census);
    }

    @Bean
    MeteredJobs meteredJobs(MeterRegistry registry) {
        return new MeteredJobs(registry);
    }
}
