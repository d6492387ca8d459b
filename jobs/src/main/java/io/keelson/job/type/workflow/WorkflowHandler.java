package io.keelson.job.type.workflow;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobPostponed;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.JobTypes;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs other jobs in order. It holds no lane while they run: each run is one short look at the jobs of its nodes, which
 * enqueues what can begin, and then the workflow asks to run again later. A look stands in a transaction that locks the
 * workflow's row, and each node's job carries a unique key of workflow and node, so that looks which overlap, are repeated
 * or are cut off by a crash never make a node run twice. What a look decides depends on the rows alone.
 */
public final class WorkflowHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "workflow";

    private static final JobDefaults DEFAULTS = new JobDefaults(
            "workflow",
            JobRetry.DEFAULT
                    .withMaxAttempts(5)
                    .withTimeout(Duration.ofMinutes(1))
                    .withBackoff(Duration.ofSeconds(2)));

    private final JobTypes types;
    private final WorkflowJobs jobs;
    private final WorkflowLook looks;
    private final TransactionTemplate transaction;

    /**
     * Makes a handler.
     *
     * @param types what nodes can be; this handler adds itself
     * @param dataSource the one whose transactions {@code transactions} runs and the queue joins
     */
    public WorkflowHandler(
            JobTypes types,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobQueue queue,
            ChildCancellation cancellation) {
        this.types = types;
        this.jobs = new WorkflowJobs(dataSource);
        this.looks = new WorkflowLook(jobs, types, queue, cancellation);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(WorkflowHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public void validate(String payload) {
        WorkflowPlan.of(JobJson.read(payload, WorkflowPayload.class)).requireRunnable(types, 1);
    }

    @Override
    public String run(RunningJob job) throws InterruptedException {
        WorkflowPlan plan = plan(job);
        WorkflowLook.Seen seen = transaction
                .execute(_ ->
                        jobs.lock(job.id()) ? Optional.of(looks.look(job, plan)) : Optional.<WorkflowLook.Seen>empty())
                .orElseThrow(() -> new InterruptedException("The workflow was cancelled or taken over."));
        WorkflowStanding standing = seen.standing();
        job.progress(standing.progress(), standing.summary());
        if (!standing.ended()) {
            throw new JobPostponed(untilNextLook(job, plan, seen));
        }
        if (standing.failed()) {
            throw WorkflowResult.failure(seen);
        }
        return WorkflowResult.of(seen, jobs);
    }

    private WorkflowPlan plan(RunningJob job) {
        try {
            WorkflowPlan plan = WorkflowPlan.of(JobJson.read(job.payload(), WorkflowPayload.class));
            int depth = job.parentId() == null ? 1 : jobs.depth(job.id());
            if (depth > WorkflowPlan.DEEPEST) {
                throw new JobFailure(
                        "WORKFLOW_TOO_DEEP",
                        "This workflow is %d deep; %d is the deepest.".formatted(depth, WorkflowPlan.DEEPEST),
                        false);
            }
            return plan;
        } catch (RejectedException refused) {
            throw new JobFailure("INVALID_PAYLOAD", String.valueOf(refused.getMessage()), false, refused);
        }
    }

    private Duration untilNextLook(RunningJob job, WorkflowPlan plan, WorkflowLook.Seen seen) {
        WorkflowAge age = jobs.age(job.id()).orElse(new WorkflowAge(Duration.ZERO, Duration.ZERO));
        if (age.running().toSeconds() >= plan.workflow().seconds() && !seen.begun()) {
            transaction.executeWithoutResult(_ -> {
                jobs.lock(job.id());
                looks.cancelAll(job);
            });
            throw new JobFailure(
                    "WORKFLOW_TIMED_OUT",
                    "The workflow did not end within its %d s; the jobs of its nodes are cancelled."
                            .formatted(plan.workflow().seconds()),
                    false);
        }
        return age.untilNextLook();
    }
}
