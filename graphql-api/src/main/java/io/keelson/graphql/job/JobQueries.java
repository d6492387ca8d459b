package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.job.JobId;
import io.keelson.api.job.query.CountJobs;
import io.keelson.api.job.query.FindJobs;
import io.keelson.api.job.query.GetJobLog;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobFilter;
import io.keelson.api.job.query.JobLogLine;
import io.keelson.api.job.query.JobLogPage;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobView;
import io.keelson.api.query.Direction;
import io.keelson.api.query.Page;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads jobs and their logs. */
@Controller
final class JobQueries {
    private static final int USUAL_LINES = 100;

    private final Messages messages;

    JobQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    JobView job(@Argument String id, DataFetchingEnvironment environment) {
        JobId jobId = InputField.read("id", id, JobId::parse);
        return messages.askOne(new GetJobs(List.of(jobId)), JobView.class, context(environment));
    }

    @QueryMapping
    JobConnection jobs(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable JobFilterInput filter,
            @Argument @Nullable Direction orderBy,
            DataFetchingEnvironment environment) {
        JobFilter conditions = filter == null ? JobFilter.ALL : filter.toFilter();
        FindJobs query =
                new FindJobs(conditions, Objects.requireNonNullElse(orderBy, Direction.DESC), Pages.of(first, after));
        JobPage page = messages.ask(query, JobPage.class, context(environment));
        return JobConnection.of(page, after, conditions);
    }

    @SchemaMapping(typeName = "JobConnection")
    long totalCount(JobConnection connection, DataFetchingEnvironment environment) {
        return messages.ask(new CountJobs(connection.filter()), Long.class, context(environment));
    }

    @QueryMapping
    Connection<JobLogLine> jobLog(
            @Argument String jobId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        Page part = Pages.of(Objects.requireNonNullElse(first, USUAL_LINES), after);
        JobLogPage page = messages.ask(new GetJobLog(JobId.parse(jobId), part), JobLogPage.class, context(environment));
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    private static RequestContext context(DataFetchingEnvironment environment) {
        return Request.of(environment).context();
    }
}
