package io.keelson.job.schedule;

import io.keelson.api.schedule.query.FindScheduleRuns;
import io.keelson.api.schedule.query.FindSchedules;
import io.keelson.api.schedule.query.GetLastRuns;
import io.keelson.api.schedule.query.GetSchedules;
import io.keelson.api.schedule.query.PreviewFires;
import io.keelson.api.schedule.query.SchedulePage;
import io.keelson.api.schedule.query.ScheduleRunPage;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.job.timing.FireTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;

/** Answers questions about schedules. */
public final class ScheduleQueries {
    private final ScheduleSearch schedules;
    private final RunSearch runs;
    private final Clock clock;

    public ScheduleQueries(DataSource dataSource, Clock clock) {
        this.schedules = new ScheduleSearch(dataSource);
        this.runs = new RunSearch(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    List<ScheduleView> handle(GetSchedules query) {
        return schedules.byIds(query.ids());
    }

    @QueryHandler
    SchedulePage handle(FindSchedules query) {
        return schedules.page(query.filter(), query.page());
    }

    @QueryHandler
    ScheduleRunPage handle(FindScheduleRuns query) {
        return runs.page(query.scheduleId(), query.page());
    }

    @QueryHandler
    List<ScheduleRunView> handle(GetLastRuns query) {
        return runs.last(query.scheduleIds());
    }

    @QueryHandler
    List<Instant> handle(PreviewFires query) {
        return FireTimes.of(query.timing())
                .allAfter(clock.instant())
                .limit(query.first())
                .toList();
    }
}
