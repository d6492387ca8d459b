package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.job.JobId;
import io.keelson.api.job.query.GetJobStatistics;
import io.keelson.api.job.query.GetJobs;
import io.keelson.api.job.query.JobStatisticsView;
import io.keelson.api.job.query.JobView;
import io.keelson.api.job.query.WatchJob;
import io.keelson.api.job.query.WatchJobStatistics;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.LiveViews;
import io.keelson.graphql.request.Request;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Watches jobs and their statistics. */
@Controller
final class JobSubscriptions {
    private final LiveViews live;

    JobSubscriptions(LiveViews live) {
        this.live = live;
    }

    @SubscriptionMapping
    Flux<JobView> jobChanged(@Argument String id, DataFetchingEnvironment environment) {
        return live.one(
                        () -> new WatchJob(read(id)),
                        () -> new GetJobs(List.of(read(id))),
                        JobView.class,
                        Request.of(environment).context())
                .takeUntil(job -> job.state().terminal());
    }

    @SubscriptionMapping
    Flux<JobStatisticsView> jobStatisticsChanged(
            @Argument @Nullable Duration period, DataFetchingEnvironment environment) {
        Duration wanted = Objects.requireNonNullElse(period, GetJobStatistics.USUAL);
        return live.one(
                () -> new WatchJobStatistics(wanted),
                () -> new GetJobStatistics(wanted),
                JobStatisticsView.class,
                Request.of(environment).context());
    }

    private static JobId read(String id) {
        return InputField.read("id", id, JobId::parse);
    }
}
