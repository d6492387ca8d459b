package io.keelson.app.job;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.api.setting.Settings;
import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import io.keelson.app.role.Roles;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobMetrics;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.shift.ShiftRunner;
import io.keelson.job.step.StepReconciler;
import io.keelson.job.worker.WorkerPresence;
import io.keelson.job.worker.WorkerProfile;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What runs jobs, on nodes that are workers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(NodeRole.WORKER)
class WorkerConfiguration {
    @Bean
    JobNode jobNode(
            @Qualifier("workerDataSource") HikariDataSource workers,
            JobSignals signals,
            JobProperties jobs,
            WorkerProperties properties,
            Settings settings,
            List<JobHandler> handlers) {
        ShiftRunner shifts = new ShiftRunner(workers, properties.concurrency());
        return new JobNode(workers, signals, shifts, jobs.settings(properties, settings), handlers);
    }

    @Bean
    WorkerPresence workerPresence(
            @Qualifier("workerDataSource") HikariDataSource workers,
            JobNode node,
            Roles roles,
            WorkerProperties properties,
            ConfigurableApplicationContext context) {
        WorkerProfile profile = new WorkerProfile(roles.set(), properties.process(), ProgramVersion.current());
        return new WorkerPresence(workers, profile, node, properties.remember(), new Retirement(context));
    }

    @Bean
    StepReconciler stepReconciler(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobQueue queue,
            CommandGateway commands,
            JobProperties properties) {
        return new StepReconciler(dataSource, transactions, queue, commands, properties.reconcileEvery());
    }

    @Bean
    WorkLifecycle workLifecycle(WorkerPresence worker, StepReconciler reconciler) {
        return new WorkLifecycle(worker, reconciler);
    }

    @Bean
    JobMetrics jobMetrics(JobNode node) {
        return new JobMetrics(node);
    }

    @Bean
    ShutdownBound shutdownBound(Roles roles, JobProperties jobs) {
        return new ShutdownBound(roles, jobs.grace());
    }
}
