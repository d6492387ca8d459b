package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.job.query.GetJobQueues;
import io.keelson.api.job.query.GetJobTypes;
import io.keelson.api.job.query.JobQueueView;
import io.keelson.api.job.query.JobTypeView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** Reads queues and job types. */
@Controller
final class JobQueueQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Messages messages;

    JobQueueQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    List<JobQueueView> jobQueues(DataFetchingEnvironment environment) {
        return messages.askAll(
                new GetJobQueues(), JobQueueView.class, Request.of(environment).context());
    }

    @QueryMapping
    List<JobTypeView> jobTypes(DataFetchingEnvironment environment) {
        return messages.askAll(
                new GetJobTypes(), JobTypeView.class, Request.of(environment).context());
    }

    @SchemaMapping(typeName = "JobType")
    @Nullable
    Object payloadSchema(JobTypeView type) {
        String schema = type.payloadSchema();
        return schema == null ? null : JSON.readValue(schema, Object.class);
    }
}
