package io.keelson.job.view;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.job.JobId;
import io.keelson.api.job.query.JobView;
import io.keelson.api.job.query.WatchJob;
import io.keelson.job.JobsDatabase;
import io.keelson.job.desk.JobCatalogue;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JobWatchTest {
    private final JobsDatabase database = new JobsDatabase();
    private final AtomicInteger statements = new AtomicInteger();
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final JobQueue queue = new JobQueue(database.dataSource(), () -> {});
    private final JobWatch watch = new JobWatch(
            new DelegatingDataSource(database.dataSource()) {
                @Override
                public Connection getConnection() throws SQLException {
                    statements.incrementAndGet();
                    return super.getConnection();
                }
            },
            bus.queryUpdateEmitter());

    JobWatchTest() {
        new AnnotationQueryHandlerAdapter<>(new JobQueries(
                        database.dataSource(),
                        new JdbcTransactionManager(database.dataSource()),
                        new JobCatalogue(List.of())))
                .subscribe(bus);
        watch.start();
    }

    @AfterEach
    void close() {
        watch.stop();
        database.close();
    }

    @Test
    void whatAnyNodeWritesIntoTheRowIsSeenWithinASecond() {
        JobId id = new JobId(queue.enqueue(NewJob.of("work", "{}")).id());
        List<Integer> seen = new CopyOnWriteArrayList<>();
        try (SubscriptionQueryResult<List<JobView>, JobView> subscription = subscribe(id)) {
            subscription.updates().subscribe(job -> seen.add(job.progress()));
            database.jdbc()
                    .sql("update jobs.platform_job set status = 2, progress = 42 where id = ?")
                    .param(id.value())
                    .update();
            await().atMost(1, SECONDS).until(() -> seen.contains(42));
        }
        assertThat(seen.stream().filter(progress -> progress == 42)).hasSize(1);
    }

    @Test
    void nothingIsReadWhileNobodyWatches() {
        JobId id = new JobId(queue.enqueue(NewJob.of("work", "{}")).id());
        subscribe(id).close();
        await().pollDelay(600, TimeUnit.MILLISECONDS).atMost(2, SECONDS).until(() -> true);
        int before = statements.get();

        await().pollDelay(700, TimeUnit.MILLISECONDS).atMost(2, SECONDS).until(() -> true);

        assertThat(statements).hasValue(before);
    }

    @Test
    void allWatchedJobsAreReadTogether() {
        List<SubscriptionQueryResult<List<JobView>, JobView>> subscriptions = IntStream.range(0, 50)
                .mapToObj(_ -> subscribe(
                        new JobId(queue.enqueue(NewJob.of("work", "{}")).id())))
                .toList();
        int before = statements.get();

        await().pollDelay(1, SECONDS).atMost(2, SECONDS).until(() -> true);

        assertThat(statements.get() - before).isBetween(1, 5);
        subscriptions.forEach(SubscriptionQueryResult::close);
    }

    private SubscriptionQueryResult<List<JobView>, JobView> subscribe(JobId id) {
        return DefaultQueryGateway.builder()
                .queryBus(bus)
                .build()
                .subscriptionQuery(
                        new WatchJob(id),
                        ResponseTypes.multipleInstancesOf(JobView.class),
                        ResponseTypes.instanceOf(JobView.class));
    }
}
