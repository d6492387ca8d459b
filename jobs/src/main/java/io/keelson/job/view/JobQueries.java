package io.keelson.job.view;

import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.CountJobs;
import io.keelson.api.job.query.FindJobs;
import io.keelson.api.job.query.GetJobAttempts;
import io.keelson.api.job.query.GetJobContents;
import io.keelson.api.job.query.GetJobLog;
import io.keelson.api.job.query.GetJobPositions;
import io.keelson.api.job.query.GetJobQueues;
import io.keelson.api.job.query.GetJobTypes;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobAttemptView;
import io.keelson.api.job.query.JobContent;
import io.keelson.api.job.query.JobLogPage;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobPosition;
import io.keelson.api.job.query.JobQueueView;
import io.keelson.api.job.query.JobTypeView;
import io.keelson.api.job.query.JobView;
import io.keelson.api.job.query.WatchJob;
import io.keelson.job.desk.JobCatalogue;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers what is asked about jobs. */
public final class JobQueries {
    private static final String QUEUES = "select name, concurrency, paused from jobs.platform_queue order by name";

    private final JobTable jobs;
    private final JobRecords records;
    private final JobCatalogue types;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    /**
     * Makes the answers.
     *
     * @param types what kinds of work there are
     */
    public JobQueries(DataSource dataSource, PlatformTransactionManager transactions, JobCatalogue types) {
        this.jobs = new JobTable(dataSource);
        this.records = new JobRecords(dataSource);
        this.types = types;
        this.jdbc = JdbcClient.create(dataSource);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @QueryHandler
    List<JobView> handle(GetJobs query) {
        return read(() -> jobs.byId(query.ids()));
    }

    @QueryHandler
    JobPage handle(FindJobs query) {
        return read(() -> jobs.page(query.filter(), query.direction(), query.page()));
    }

    @QueryHandler
    Long handle(CountJobs query) {
        return read(() -> jobs.count(query.filter()));
    }

    @QueryHandler
    List<JobContent> handle(GetJobContents query) {
        return read(() -> jobs.contents(query.ids()));
    }

    @QueryHandler
    List<JobPosition> handle(GetJobPositions query) {
        return read(() -> jobs.positions(query.ids()));
    }

    @QueryHandler
    List<JobAttemptView> handle(GetJobAttempts query) {
        return read(() -> records.attempts(query.jobIds()));
    }

    @QueryHandler
    JobLogPage handle(GetJobLog query) {
        return read(() -> records.lines(query.jobId(), query.page()));
    }

    @QueryHandler
    List<JobView> handle(WatchJob query) {
        return read(() -> jobs.byId(List.of(query.jobId())));
    }

    @QueryHandler
    List<JobQueueView> handle(GetJobQueues query) {
        return read(() -> jdbc.sql(QUEUES)
                .query((row, _) -> new JobQueueView(
                        new QueueName(row.getString("name")), row.getInt("concurrency"), row.getBoolean("paused")))
                .list());
    }

    @QueryHandler
    List<JobTypeView> handle(GetJobTypes query) {
        return types.all();
    }

    private <T> T read(Supplier<T> reader) {
        return Objects.requireNonNull(reading.execute(_ -> reader.get()));
    }
}
