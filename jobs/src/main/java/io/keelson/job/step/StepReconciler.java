package io.keelson.job.step;

import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.job.queue.JobQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds started tries of steps that no job will end, so that no operation hangs for ever: a lost job is launched again, the
 * step of a job that was given up is reported as failed. One node at a time looks. Fits a Spring lifecycle.
 */
public final class StepReconciler {
    private static final Logger LOG = LoggerFactory.getLogger(StepReconciler.class);
    /** How much longer to wait for the event of an outcome that was reported. */
    private static final int UNHEARD = 12;

    private final OperationTable operations;
    private final StepLaunch launch;
    private final StepOutcomes outcomes;
    private final TransactionTemplate transaction;
    private final Duration patience;
    private @Nullable ScheduledExecutorService watch;

    /**
     * Makes a reconciler.
     *
     * @param patience how long a try may be without a job, and how often to look; 5 seconds suit
     */
    public StepReconciler(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobQueue queue,
            CommandGateway commands,
            Duration patience) {
        this.operations = new OperationTable(dataSource);
        this.launch = new StepLaunch(dataSource, queue);
        this.outcomes = new StepOutcomes(commands);
        this.transaction = new TransactionTemplate(transactions);
        this.patience = patience;
    }

    /** Begins to look. Twice: changes nothing. */
    public synchronized void start() {
        if (watch == null) {
            watch = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("step-reconciler").factory());
            var _ = watch.scheduleWithFixedDelay(
                    this::look, patience.toMillis(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends looking. Twice: changes nothing. */
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdown();
            watch = null;
        }
    }

    public synchronized boolean isRunning() {
        return watch != null;
    }

    private void look() {
        try {
            reconcile().forEach(this::reportGivenUp);
        } catch (RuntimeException e) {
            LOG.warn("Lost steps could not be looked for; it is tried again in {}.", patience, e);
        }
    }

    /** Launches lost jobs again; returns the tries whose jobs were given up. */
    private List<LostStep> reconcile() {
        return transaction.execute(_ -> {
            if (!operations.lockForReconciling()) {
                return List.of();
            }
            List<LostStep> lost = operations.lost(patience, patience.multipliedBy(UNHEARD));
            lost.stream().filter(step -> !step.givenUp()).forEach(this::launchAgain);
            return lost.stream().filter(LostStep::givenUp).toList();
        });
    }

    private void launchAgain(LostStep lost) {
        LOG.warn(
                "The job of step {} is lost; it is launched again.", lost.step().key());
        launch.launch(lost.step(), null);
    }

    private void reportGivenUp(LostStep lost) {
        StepJob step = lost.step();
        LOG.error("The job of step {} was given up; the step is reported as failed.", step.key());
        outcomes.record(step, new RecordStepFailed(step.operationId(), step.attempt(), StepErrors.givenUp(lost)));
    }
}
