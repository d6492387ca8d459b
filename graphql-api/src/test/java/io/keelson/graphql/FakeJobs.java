package io.keelson.graphql;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobState;
import io.keelson.api.job.JobSubmission;
import io.keelson.api.job.MovedJobs;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.CancelJob;
import io.keelson.api.job.command.ChangeJobPriority;
import io.keelson.api.job.command.PauseQueue;
import io.keelson.api.job.command.RedriveJobs;
import io.keelson.api.job.command.SubmitJob;
import io.keelson.api.job.command.SubmitJobs;
import io.keelson.api.job.query.CountJobs;
import io.keelson.api.job.query.FindJobs;
import io.keelson.api.job.query.GetJobAttempts;
import io.keelson.api.job.query.GetJobContents;
import io.keelson.api.job.query.GetJobLog;
import io.keelson.api.job.query.GetJobPositions;
import io.keelson.api.job.query.GetJobQueues;
import io.keelson.api.job.query.GetJobStatistics;
import io.keelson.api.job.query.GetJobTypes;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobAttemptView;
import io.keelson.api.job.query.JobContent;
import io.keelson.api.job.query.JobDepth;
import io.keelson.api.job.query.JobFlow;
import io.keelson.api.job.query.JobLogLine;
import io.keelson.api.job.query.JobLogPage;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobPosition;
import io.keelson.api.job.query.JobQueueView;
import io.keelson.api.job.query.JobStatisticsView;
import io.keelson.api.job.query.JobTimes;
import io.keelson.api.job.query.JobTypeView;
import io.keelson.api.job.query.JobView;
import io.keelson.api.job.query.WatchJob;
import io.keelson.api.query.PageInfo;
import io.keelson.fixture.JobFixtures;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Stands for the job queue: keeps views in memory and notes every message. */
public final class FakeJobs {
    final Map<JobId, JobView> jobs = new ConcurrentHashMap<>();
    final Collection<Object> messages = new ConcurrentLinkedQueue<>();
    final Collection<MetaData> metadata = new ConcurrentLinkedQueue<>();
    final Map<QueueName, JobQueueView> queues =
            new ConcurrentHashMap<>(Map.of(JobFixtures.QUEUE, new JobQueueView(JobFixtures.QUEUE, 64, false)));

    @CommandHandler
    JobSubmission decide(SubmitJob command, MetaData context) {
        note(command, context);
        JobId id = new JobId(UUID.randomUUID());
        jobs.put(id, view(id, JobState.PENDING, command.job().payload()));
        return new JobSubmission(List.of(id), List.of());
    }

    @CommandHandler
    JobSubmission decide(SubmitJobs command, MetaData context) {
        note(command, context);
        List<JobId> ids =
                command.jobs().stream().map(_ -> new JobId(UUID.randomUUID())).toList();
        return new JobSubmission(ids, ids.subList(0, 1));
    }

    @CommandHandler
    void decide(CancelJob command, MetaData context) {
        note(command, context);
        if (!jobs.containsKey(command.jobId())) {
            throw new RejectedException(ErrorCode.JOB_NOT_FOUND, "jobId", "There is no " + command.jobId() + ".");
        }
        jobs.put(command.jobId(), view(command.jobId(), JobState.CANCELLED, "{}"));
    }

    @CommandHandler
    void decide(ChangeJobPriority command, MetaData context) {
        note(command, context);
    }

    @CommandHandler
    MovedJobs decide(RedriveJobs command, MetaData context) {
        note(command, context);
        return new MovedJobs(List.of(JobFixtures.JOB_ID), true);
    }

    @CommandHandler
    void decide(PauseQueue command, MetaData context) {
        note(command, context);
        queues.put(command.queue(), new JobQueueView(command.queue(), 64, true));
    }

    @QueryHandler
    List<JobView> handle(GetJobs query) {
        messages.add(query);
        return query.ids().stream().map(jobs::get).filter(Objects::nonNull).toList();
    }

    @QueryHandler
    JobPage handle(FindJobs query) {
        messages.add(query);
        List<JobView> all = List.copyOf(jobs.values());
        return new JobPage(all, all.stream().map(job -> job.id().toString()).toList(), false);
    }

    @QueryHandler
    Long handle(CountJobs query) {
        messages.add(query);
        return (long) jobs.size();
    }

    @QueryHandler
    List<JobContent> handle(GetJobContents query) {
        messages.add(query);
        return query.ids().stream()
                .map(id -> new JobContent(id, "{\"to\": [1, null]}", "{\"status\": 200}", null))
                .toList();
    }

    @QueryHandler
    List<JobAttemptView> handle(GetJobAttempts query) {
        messages.add(query);
        return query.jobIds().stream()
                .map(id -> new JobAttemptView(id, 1, null, null, FakePlatform.NOW, "FAILED", "no answer", null))
                .toList();
    }

    @QueryHandler
    List<JobPosition> handle(GetJobPositions query) {
        messages.add(query);
        return query.ids().stream().map(id -> new JobPosition(id, 7)).toList();
    }

    @QueryHandler
    JobLogPage handle(GetJobLog query) {
        messages.add(query);
        return new JobLogPage(
                List.of(new JobLogLine(1, 1, FakePlatform.NOW, "hello")), List.of("c1"), new PageInfo(false, 1));
    }

    @QueryHandler
    List<JobQueueView> handle(GetJobQueues query) {
        return List.copyOf(queues.values());
    }

    @QueryHandler
    List<JobTypeView> handle(GetJobTypes query) {
        return List.of(new JobTypeView(
                JobFixtures.TYPE,
                true,
                JobFixtures.QUEUE,
                10,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                "{\"type\": \"object\"}"));
    }

    @QueryHandler
    JobStatisticsView handle(GetJobStatistics query) {
        messages.add(query);
        return new JobStatisticsView(
                query.period(),
                FakePlatform.NOW,
                List.of(new JobDepth(JobFixtures.QUEUE, JobFixtures.TYPE, JobState.PENDING, 3, FakePlatform.NOW)),
                List.of(new JobFlow(JobFixtures.QUEUE, JobFixtures.TYPE, query.period(), 120, 60, 6, 0, 0)),
                new JobTimes(60, Duration.ofMillis(2), Duration.ofMillis(8), Duration.ofMillis(9)),
                new JobTimes(0, null, null, null),
                FakePlatform.NOW);
    }

    @QueryHandler
    List<JobView> handle(WatchJob query) {
        return Optional.ofNullable(jobs.get(query.jobId())).stream().toList();
    }

    long asked(Class<?> type) {
        return messages.stream().filter(type::isInstance).count();
    }

    <T> T last(Class<T> type) {
        return messages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, it) -> it)
                .orElseThrow();
    }

    private void note(Object command, MetaData context) {
        messages.add(command);
        metadata.add(context);
    }

    static JobView view(JobId id, JobState state, String payload) {
        return new JobView(
                id,
                JobFixtures.TYPE,
                JobFixtures.QUEUE,
                state,
                5,
                1,
                10,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                40,
                payload,
                null,
                false,
                null,
                null,
                null,
                null,
                "local-operator",
                null,
                null,
                null,
                FakePlatform.NOW,
                FakePlatform.NOW,
                null,
                null);
    }
}
