package io.keelson.graphql.schedule;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.query.FindScheduleRuns;
import io.keelson.api.schedule.query.FindSchedules;
import io.keelson.api.schedule.query.GetSchedules;
import io.keelson.api.schedule.query.PreviewFires;
import io.keelson.api.schedule.query.SchedulePage;
import io.keelson.api.schedule.query.ScheduleRunPage;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads schedules and their history. */
@Controller
final class ScheduleQueries {
    private static final int DEFAULT_PREVIEW = 10;

    private final Messages messages;

    ScheduleQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    ScheduleView schedule(@Argument String id, DataFetchingEnvironment environment) {
        ScheduleId scheduleId = InputField.read("id", id, ScheduleId::parse);
        RequestContext context = Request.of(environment).context();
        return messages.askOne(new GetSchedules(List.of(scheduleId)), ScheduleView.class, context);
    }

    @QueryMapping
    Connection<ScheduleView> schedules(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable ScheduleFilterInput filter,
            DataFetchingEnvironment environment) {
        ScheduleFilterInput conditions = Objects.requireNonNullElse(filter, ScheduleFilterInput.ALL);
        SchedulePage page = messages.ask(
                new FindSchedules(conditions.toFilter(), Pages.of(first, after)),
                SchedulePage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @QueryMapping
    Connection<ScheduleRunView> scheduleRuns(
            @Argument String scheduleId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        ScheduleRunPage page = messages.ask(
                new FindScheduleRuns(ScheduleId.parse(scheduleId), Pages.of(first, after)),
                ScheduleRunPage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @QueryMapping
    List<Instant> previewSchedule(
            @Argument TimingInput timing, @Argument @Nullable Integer first, DataFetchingEnvironment environment) {
        PreviewFires preview = new PreviewFires(timing.toTiming(), Objects.requireNonNullElse(first, DEFAULT_PREVIEW));
        return messages.askAll(preview, Instant.class, Request.of(environment).context());
    }
}
