package io.keelson.graphql.schedule;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobView;
import io.keelson.api.schedule.CatchUpMode;
import io.keelson.api.schedule.CronTiming;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.JobTemplate;
import io.keelson.api.schedule.OneTimeTiming;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.query.GetLastRuns;
import io.keelson.api.schedule.query.PreviewFires;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.api.tenant.TenantId;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a schedule that its view has in another form. */
@Controller
final class ScheduleFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEFAULT_PREVIEW = 10;

    private final Messages messages;

    ScheduleFields(Messages messages) {
        this.messages = messages;
    }

    @SchemaMapping(typeName = "Schedule")
    String name(ScheduleView schedule) {
        return schedule.definition().name().value();
    }

    @SchemaMapping(typeName = "Schedule")
    String description(ScheduleView schedule) {
        return schedule.definition().description();
    }

    @SchemaMapping(typeName = "Schedule")
    @Nullable
    TenantId tenantId(ScheduleView schedule) {
        return schedule.owner().tenantId();
    }

    @SchemaMapping(typeName = "Schedule")
    @Nullable
    InstanceId instanceId(ScheduleView schedule) {
        return schedule.owner().instanceId();
    }

    @SchemaMapping(typeName = "Schedule")
    TimingView timing(ScheduleView schedule) {
        return switch (schedule.definition().timing()) {
            case CronTiming cron -> new TimingView(cron.expression(), cron.zone(), null, null, null);
            case OneTimeTiming once -> new TimingView(null, null, once.at(), null, null);
            case IntervalTiming interval -> new TimingView(null, null, null, interval.every(), interval.anchor());
        };
    }

    @SchemaMapping(typeName = "Schedule")
    JobTemplateView job(ScheduleView schedule) {
        JobTemplate job = schedule.definition().job();
        return new JobTemplateView(
                job.type(),
                JSON.readValue(job.payload(), Object.class),
                job.queue(),
                job.priority(),
                job.attempts().maximum(),
                job.attempts().timeout(),
                job.attempts().backoff());
    }

    @SchemaMapping(typeName = "Schedule")
    OverlapPolicy overlap(ScheduleView schedule) {
        return schedule.definition().rules().overlap();
    }

    @SchemaMapping(typeName = "Schedule")
    Duration catchUpWindow(ScheduleView schedule) {
        return schedule.definition().rules().catchUpWindow();
    }

    @SchemaMapping(typeName = "Schedule")
    CatchUpMode catchUpMode(ScheduleView schedule) {
        return schedule.definition().rules().catchUpMode();
    }

    @SchemaMapping(typeName = "Schedule")
    Duration jitter(ScheduleView schedule) {
        return schedule.definition().rules().jitter();
    }

    @SchemaMapping(typeName = "Schedule")
    int pauseAfterFailures(ScheduleView schedule) {
        return schedule.definition().rules().pauseAfterFailures();
    }

    @SchemaMapping(typeName = "Schedule")
    List<Instant> nextRuns(
            ScheduleView schedule, @Argument @Nullable Integer first, DataFetchingEnvironment environment) {
        // Computed, not read, so a list of schedules costs no statements.
        PreviewFires preview =
                new PreviewFires(schedule.definition().timing(), Objects.requireNonNullElse(first, DEFAULT_PREVIEW));
        return messages.askAll(preview, Instant.class, Request.of(environment).context());
    }

    @BatchMapping(typeName = "Schedule")
    Map<ScheduleView, ScheduleRunView> lastRun(List<ScheduleView> schedules, GraphQLContext graphQl) {
        return Relations.resolve(
                schedules,
                ScheduleView::id,
                (List<ScheduleId> ids) ->
                        messages.askAll(new GetLastRuns(ids), ScheduleRunView.class, Request.contextOf(graphQl)),
                ScheduleRunView::scheduleId);
    }

    @SchemaMapping(typeName = "ScheduleRun")
    @Nullable
    String jobId(ScheduleRunView run) {
        return run.jobId() == null ? null : TypedId.format("job", run.jobId());
    }

    @BatchMapping(typeName = "ScheduleRun")
    Map<ScheduleRunView, JobView> job(List<ScheduleRunView> runs, GraphQLContext graphQl) {
        return Relations.resolve(
                runs,
                run -> run.jobId() == null ? null : new JobId(run.jobId()),
                (List<JobId> ids) -> messages.askAll(new GetJobs(ids), JobView.class, Request.contextOf(graphQl)),
                JobView::id);
    }
}
