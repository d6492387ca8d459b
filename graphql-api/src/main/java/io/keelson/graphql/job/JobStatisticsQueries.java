package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.job.query.GetJobStatistics;
import io.keelson.api.job.query.JobFlow;
import io.keelson.api.job.query.JobStatisticsView;
import io.keelson.api.job.query.JobTimes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads statistics of jobs. */
@Controller
final class JobStatisticsQueries {
    private static final double SECONDS_PER_MINUTE = 60;

    private final Messages messages;

    JobStatisticsQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    JobStatisticsView jobStatistics(@Argument @Nullable Duration period, DataFetchingEnvironment environment) {
        Duration wanted = Objects.requireNonNullElse(period, GetJobStatistics.USUAL);
        return messages.ask(
                new GetJobStatistics(wanted),
                JobStatisticsView.class,
                Request.of(environment).context());
    }

    @SchemaMapping(typeName = "JobStatistics", field = "wait")
    JobTimes waits(JobStatisticsView statistics) {
        return statistics.waits();
    }

    @SchemaMapping(typeName = "JobStatistics", field = "run")
    JobTimes runs(JobStatisticsView statistics) {
        return statistics.runs();
    }

    @SchemaMapping(typeName = "JobFlow")
    double enqueuedPerMinute(JobFlow flow) {
        return perMinute(flow, flow.enqueued());
    }

    @SchemaMapping(typeName = "JobFlow")
    double completedPerMinute(JobFlow flow) {
        return perMinute(flow, flow.completed());
    }

    @SchemaMapping(typeName = "JobFlow")
    double failedPerMinute(JobFlow flow) {
        return perMinute(flow, flow.retried() + flow.dead());
    }

    private static double perMinute(JobFlow flow, long count) {
        return count * SECONDS_PER_MINUTE / flow.period().toSeconds();
    }
}
