package io.keelson.graphql.job;

import graphql.GraphQLContext;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.job.JobId;
import io.keelson.api.job.query.GetJobAttempts;
import io.keelson.api.job.query.GetJobContents;
import io.keelson.api.job.query.GetJobPositions;
import io.keelson.api.job.query.JobAttemptView;
import io.keelson.api.job.query.JobContent;
import io.keelson.api.job.query.JobPosition;
import io.keelson.api.job.query.JobView;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a job that are not in its view; each is read with one query for all jobs. */
@Controller
final class JobFields {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Messages messages;

    JobFields(Messages messages) {
        this.messages = messages;
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, Object> payload(List<JobView> jobs, GraphQLContext graphQl) {
        return contents(jobs, graphQl, content -> json(content.payload()));
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, Object> result(List<JobView> jobs, GraphQLContext graphQl) {
        return contents(jobs, graphQl, content -> json(content.result()));
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, Object> stack(List<JobView> jobs, GraphQLContext graphQl) {
        return contents(jobs, graphQl, JobContent::stack);
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, List<JobAttemptView>> attempts(List<JobView> jobs, GraphQLContext graphQl) {
        Map<JobId, List<JobAttemptView>> attempts =
                messages
                        .askAll(new GetJobAttempts(ids(jobs)), JobAttemptView.class, Request.contextOf(graphQl))
                        .stream()
                        .collect(Collectors.groupingBy(JobAttemptView::jobId));
        return jobs.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), job -> attempts.getOrDefault(job.id(), List.of())));
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, Object> position(List<JobView> jobs, GraphQLContext graphQl) {
        Map<JobId, Integer> before =
                messages.askAll(new GetJobPositions(ids(jobs)), JobPosition.class, Request.contextOf(graphQl)).stream()
                        .collect(Collectors.toMap(JobPosition::jobId, JobPosition::before));
        return found(jobs, job -> before.get(job.id()));
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, TenantView> tenant(List<JobView> jobs, GraphQLContext graphQl) {
        return Relations.resolve(
                jobs,
                JobView::tenantId,
                ids -> messages.askAll(new GetTenants(ids), TenantView.class, Request.contextOf(graphQl)),
                TenantView::id);
    }

    @BatchMapping(typeName = "Job")
    Map<JobView, InstanceView> instance(List<JobView> jobs, GraphQLContext graphQl) {
        return Relations.resolve(
                jobs,
                JobView::instanceId,
                ids -> messages.askAll(new GetInstances(ids), InstanceView.class, Request.contextOf(graphQl)),
                InstanceView::id);
    }

    private Map<JobView, Object> contents(
            List<JobView> jobs, GraphQLContext graphQl, Function<JobContent, @Nullable Object> part) {
        Map<JobId, JobContent> contents =
                messages.askAll(new GetJobContents(ids(jobs)), JobContent.class, Request.contextOf(graphQl)).stream()
                        .collect(Collectors.toMap(JobContent::jobId, Function.identity()));
        return found(jobs, job -> {
            JobContent content = contents.get(job.id());
            return content == null ? null : part.apply(content);
        });
    }

    private static Map<JobView, Object> found(List<JobView> jobs, Function<JobView, @Nullable Object> value) {
        Map<JobView, Object> found = new HashMap<>();
        for (JobView job : jobs) {
            @Nullable Object one = value.apply(job);
            if (one != null) {
                found.put(job, one);
            }
        }
        return found;
    }

    private static List<JobId> ids(List<JobView> jobs) {
        return jobs.stream().map(JobView::id).distinct().toList();
    }

    private static @Nullable Object json(@Nullable String text) {
        return text == null ? null : JSON.readValue(text, Object.class);
    }
}
