package io.keelson.job.statistics;

import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.GetJobStatistics;
import io.keelson.api.job.query.JobFlow;
import io.keelson.api.job.query.JobStatisticsView;
import io.keelson.api.job.query.WatchJobStatistics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;

/** Answers how jobs do. */
public final class JobStatisticsQueries {
    private final StatisticsTable table;
    private final DepthCensus census;

    /**
     * Makes the answers.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public JobStatisticsQueries(DataSource dataSource, DepthCensus census) {
        this.table = new StatisticsTable(dataSource);
        this.census = census;
    }

    @QueryHandler
    JobStatisticsView handle(GetJobStatistics query) {
        return of(query.period());
    }

    @QueryHandler
    List<JobStatisticsView> handle(WatchJobStatistics query) {
        return List.of(of(query.period()));
    }

    JobStatisticsView of(Duration period) {
        Census now = census.current();
        Map<Integer, Histogram> times = table.times(period);
        return new JobStatisticsView(
                period,
                now.countedAt(),
                now.depths(),
                flows(period, table.flows(period)),
                times.getOrDefault(TimeKey.WAIT, new Histogram()).times(),
                times.getOrDefault(TimeKey.RUN, new Histogram()).times(),
                now.oldestWaitingSince());
    }

    private static List<JobFlow> flows(Duration period, Map<FlowKey, Long> counts) {
        return counts.keySet().stream()
                .map(key -> new FlowKey(key.queue(), key.type(), FlowKey.ENQUEUED))
                .distinct()
                .sorted(Comparator.comparing(FlowKey::queue).thenComparing(FlowKey::type))
                .map(key -> flow(period, key, counts))
                .toList();
    }

    private static JobFlow flow(Duration period, FlowKey place, Map<FlowKey, Long> counts) {
        ToLongFunction<Integer> count =
                outcome -> counts.getOrDefault(new FlowKey(place.queue(), place.type(), outcome), 0L);
        return new JobFlow(
                new QueueName(place.queue()),
                new JobType(place.type()),
                period,
                count.applyAsLong(FlowKey.ENQUEUED),
                count.applyAsLong(FlowKey.COMPLETED),
                count.applyAsLong(FlowKey.RETRIED),
                count.applyAsLong(FlowKey.DEAD),
                count.applyAsLong(FlowKey.CANCELLED));
    }
}
