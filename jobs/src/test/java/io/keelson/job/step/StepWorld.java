package io.keelson.job.step;

import static org.awaitility.Awaitility.await;

import io.keelson.api.actor.Actor;
import io.keelson.api.actor.ActorType;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSettings;
import io.keelson.job.queue.JobSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Launcher, worker node and reconciler around a fake driver and a recording gateway. */
final class StepWorld implements AutoCloseable {
    static final RequestContext CAUSE = new RequestContext(
            new Actor("admin-7", ActorType.SUPER_ADMIN), "request-1", "127.0.0.1", "curl", null, "no longer paid");

    final JobsDatabase database = new JobsDatabase();
    final FakeDriver driver = new FakeDriver();
    final RecordingGateway gateway = new RecordingGateway();
    final JobSignals signals = new JobSignals(database.dataSource());
    final JobQueue queue = new JobQueue(database.dataSource(), signals);
    final StepLauncher launcher = new StepLauncher(database.dataSource(), queue);
    final PlatformTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    final JobNode node;
    final StepReconciler reconciler =
            new StepReconciler(database.dataSource(), transactions, queue, gateway, Duration.ofMillis(200));

    StepWorld() {
        this(JobsDatabase.SETTINGS, true);
    }

    StepWorld(JobSettings settings, boolean withDriver) {
        StepHandler handler = new StepHandler(database.dataSource(), gateway, withDriver ? List.of(driver) : List.of());
        node = new JobNode(database.dataSource(), signals, new ThreadShifts(), settings, List.of(handler));
    }

    StepWorld withOperation() {
        launcher.react(OperationFixtures.started());
        return this;
    }

    StepWorld working() {
        node.start();
        return this;
    }

    void start(StepAttempt attempt) {
        start(attempt, Duration.ZERO);
    }

    void start(StepAttempt attempt, Duration delay) {
        start(new StepStarted(InstanceFixtures.OPERATION_ID, attempt, delay));
    }

    void start(StepStarted event) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> launcher.react(event, Instant.now(), MetaData.from(CAUSE.toMetadata())));
    }

    /** Runs one try to its outcome. */
    Object outcomeOf(StepAttempt attempt) {
        start(attempt);
        return firstOutcome();
    }

    Object firstOutcome() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !gateway.sent.isEmpty());
        return gateway.sent.getFirst().getPayload();
    }

    void awaitFinishedJobs(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> database.countOf("jobs.platform_job where status = 3") == count);
    }

    @Override
    public void close() {
        reconciler.stop();
        node.stop();
        database.close();
    }
}
