package io.keelson.job.desk;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.BatchedJob;
import io.keelson.api.job.JobBatchId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.api.job.command.SubmitJobs;
import io.keelson.api.job.event.JobBatchSubmitted;
import io.keelson.api.job.event.JobSubmitted;
import io.keelson.api.tenant.TenantId;
import io.keelson.job.queue.Enqueued;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.NewJob;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes jobs from callers. */
public final class SubmissionDesk {
    private static final String NOW = "select clock_timestamp()";
    private static final String QUEUES = "select name from jobs.platform_queue";

    private final JdbcClient jdbc;
    private final JobQueue queue;
    private final JobCatalogue types;
    private final JobOwners owners;
    private final Submissions submissions;
    private final JobAudit audit;

    /**
     * Makes the desk.
     *
     * @param dataSource the one whose transactions the command bus opens, also behind {@code queue} and {@code events}
     */
    public SubmissionDesk(
            DataSource dataSource, JobQueue queue, JobCatalogue types, JobOwners owners, EventBus events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.queue = queue;
        this.types = types;
        this.owners = owners;
        this.submissions = new Submissions(dataSource);
        this.audit = new JobAudit(dataSource, events);
    }

    @CommandHandler
    JobSubmission decide(SubmitJob command, @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actor) {
        Optional<JobSubmission> earlier = submissions.find(command.batchId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        JobSpec spec = command.job();
        NewJob job = checked(List.of(spec), actor, (_, refusal) -> refusal).getFirst();
        Enqueued enqueued = queue.enqueue(job);
        if (enqueued.fate() != Enqueued.Fate.KEPT) {
            audit.note(submitted(new JobId(enqueued.id()), spec, job));
        }
        return kept(command.batchId(), List.of(enqueued));
    }

    @CommandHandler
    JobSubmission decide(SubmitJobs command, @MetaDataValue(RequestContext.ACTOR_ID) @Nullable String actor) {
        Optional<JobSubmission> earlier = submissions.find(command.batchId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<NewJob> jobs = checked(command.jobs(), actor, (index, refusal) -> refusal.within("jobs[" + index + "]"));
        List<Enqueued> enqueued = queue.enqueueAll(jobs);
        List<BatchedJob> batched = IntStream.range(0, jobs.size())
                .filter(index -> enqueued.get(index).fate() != Enqueued.Fate.KEPT)
                .mapToObj(index -> batched(enqueued.get(index), jobs.get(index)))
                .toList();
        if (!batched.isEmpty()) {
            audit.note(new JobBatchSubmitted(command.batchId(), batched));
        }
        return kept(command.batchId(), enqueued);
    }

    private List<NewJob> checked(
            List<JobSpec> specs,
            @Nullable String actor,
            BiFunction<Integer, RejectedException, RejectedException> place) {
        JobOwners.Known known =
                owners.lookUp(specs.stream().map(JobSpec::owner).distinct().toList());
        Set<String> queues = new HashSet<>(jdbc.sql(QUEUES).query(String.class).list());
        NewJobs newJobs = new NewJobs(
                Objects.requireNonNullElse(actor, JobOwner.PLATFORM.createdBy()),
                jdbc.sql(NOW).query(Timestamp.class).single().toInstant());
        List<NewJob> checked = new ArrayList<>(specs.size());
        for (int index = 0; index < specs.size(); index++) {
            try {
                checked.add(checked(specs.get(index), queues, known, newJobs));
            } catch (RejectedException refusal) {
                throw place.apply(index, refusal);
            }
        }
        return checked;
    }

    private NewJob checked(JobSpec spec, Set<String> queues, JobOwners.Known known, NewJobs newJobs) {
        KnownType type = types.requireSubmittable(spec.type());
        type.requireAccepted(spec.payload());
        NewJob job = newJobs.of(spec, type.handler().defaults(), known.require(spec.owner()));
        if (!queues.contains(job.place().queue())) {
            throw QueueDesk.unknown(new QueueName(job.place().queue()));
        }
        return job;
    }

    private JobSubmission kept(JobBatchId batch, List<Enqueued> enqueued) {
        JobSubmission submission = new JobSubmission(
                enqueued.stream().map(job -> new JobId(job.id())).toList(),
                enqueued.stream()
                        .filter(job -> !job.added())
                        .map(job -> new JobId(job.id()))
                        .distinct()
                        .toList());
        submissions.add(batch, submission);
        return submission;
    }

    private static JobSubmitted submitted(JobId id, JobSpec spec, NewJob job) {
        return new JobSubmitted(
                id,
                spec.type(),
                new QueueName(job.place().queue()),
                new JobPriority(job.place().priority()),
                Digest.sha256(job.payload()),
                job.owner().tenantId().equals(JobOwner.PLATFORM.tenantId())
                        ? null
                        : new TenantId(job.owner().tenantId()),
                spec.owner().instanceId());
    }

    private static BatchedJob batched(Enqueued enqueued, NewJob job) {
        return new BatchedJob(
                new JobId(enqueued.id()),
                new JobType(job.type()),
                new QueueName(job.place().queue()),
                Digest.sha256(job.payload()));
    }
}
