package io.keelson.app.jobtype;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.app.home.HomeProperties;
import io.keelson.driver.InstanceDriver;
import io.keelson.job.outbound.HostResolver;
import io.keelson.job.outbound.OutboundAllowance;
import io.keelson.job.outbound.OutboundClient;
import io.keelson.job.outbound.OutboundGuard;
import io.keelson.job.outbound.OutboundSecrets;
import io.keelson.job.queue.JobActs;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.type.JobTypes;
import io.keelson.job.type.command.InstanceCommandHandler;
import io.keelson.job.type.http.HttpRequestHandler;
import io.keelson.job.type.mail.MailSendHandler;
import io.keelson.job.type.maintenance.MaintenanceHandler;
import io.keelson.job.type.report.FinishedReports;
import io.keelson.job.type.report.ReportCsvHandler;
import io.keelson.job.type.report.ReportDirectory;
import io.keelson.job.type.report.ReportSweep;
import io.keelson.job.type.workflow.WorkflowHandler;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** One handler per type; the workflow knows the others. */
@Configuration(proxyBeanMethods = false)
class JobTypeConfiguration {
    @Bean
    OutboundClient outboundClient(OutboundProperties properties) throws NoSuchAlgorithmException {
        OutboundGuard guard = new OutboundGuard(HostResolver.SYSTEM, OutboundAllowance.of(properties.allow()));
        return new OutboundClient(guard, new OutboundSecrets(properties.secrets()), SSLContext.getDefault());
    }

    @Bean
    HttpRequestHandler httpRequestHandler(OutboundClient client) {
        return new HttpRequestHandler(client);
    }

    @Bean
    ReportDirectory reportDirectory(HomeProperties home, ReportProperties properties) {
        return new ReportDirectory(home.resolve("reports"), properties.maxBytes());
    }

    @Bean
    FinishedReports finishedReports(DataSource dataSource, ReportDirectory directory) {
        return new FinishedReports(dataSource, directory);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ReportSweep reportSweep(
            DataSource dataSource, ReportDirectory directory, Clock clock, ReportProperties properties) {
        return new ReportSweep(dataSource, directory, clock, properties.sweepEvery());
    }

    @Bean
    MailSendHandler mailSendHandler(MailProperties properties, FinishedReports reports, Clock clock) {
        return new MailSendHandler(properties.settings(), reports::find, clock);
    }

    @Bean
    ReportCsvHandler reportCsvHandler(QueryGateway queries, ReportDirectory directory) {
        return new ReportCsvHandler(queries, directory);
    }

    @Bean
    MaintenanceHandler maintenanceHandler(@Qualifier("workerDataSource") HikariDataSource workers) {
        return new MaintenanceHandler(workers, PlatformMaintenance.tasks());
    }

    @Bean
    InstanceCommandHandler instanceCommandHandler(QueryGateway queries, List<InstanceDriver> drivers) {
        return new InstanceCommandHandler(queries, drivers);
    }

    @Bean
    WorkflowHandler workflowHandler(
            HttpRequestHandler http,
            MailSendHandler mail,
            ReportCsvHandler report,
            MaintenanceHandler maintenance,
            InstanceCommandHandler command,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobQueue queue,
            JobActs acts) {
        JobTypes types = new JobTypes(List.of(http, mail, report, maintenance, command));
        WorkflowHandler workflow = new WorkflowHandler(types, dataSource, transactions, queue, acts::cancel);
        types.add(workflow);
        return workflow;
    }
}
