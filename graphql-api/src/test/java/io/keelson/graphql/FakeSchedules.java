package io.keelson.graphql;

import io.keelson.api.query.PageInfo;
import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.RunState;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.command.BackfillSchedule;
import io.keelson.api.schedule.command.ChangeSchedule;
import io.keelson.api.schedule.command.CreateSchedule;
import io.keelson.api.schedule.command.DeleteSchedule;
import io.keelson.api.schedule.command.DisableSchedule;
import io.keelson.api.schedule.command.EnableSchedule;
import io.keelson.api.schedule.command.RunScheduleNow;
import io.keelson.api.schedule.query.FindScheduleRuns;
import io.keelson.api.schedule.query.FindSchedules;
import io.keelson.api.schedule.query.GetLastRuns;
import io.keelson.api.schedule.query.GetSchedules;
import io.keelson.api.schedule.query.PreviewFires;
import io.keelson.api.schedule.query.SchedulePage;
import io.keelson.api.schedule.query.ScheduleRunPage;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Stands for everything about schedules behind the gateways. */
final class FakeSchedules {
    static final UUID JOB = UUID.fromString("00000000-0000-4000-8000-000000000041");

    final Map<ScheduleId, ScheduleView> schedules = new ConcurrentHashMap<>();
    final Collection<Object> commands = new ConcurrentLinkedQueue<>();
    final Collection<Object> queries = new ConcurrentLinkedQueue<>();
    final Collection<MetaData> metadata = new ConcurrentLinkedQueue<>();

    @CommandHandler
    void decide(CreateSchedule command, MetaData context) {
        note(command, context);
        schedules.put(
                command.scheduleId(),
                new ScheduleView(
                        command.scheduleId(),
                        command.owner(),
                        command.definition(),
                        command.enabled() ? ScheduleState.ENABLED : ScheduleState.DISABLED,
                        FakePlatform.NOW,
                        null,
                        0,
                        FakePlatform.NOW,
                        FakePlatform.NOW,
                        "local-operator"));
    }

    @CommandHandler
    void decide(ChangeSchedule command, MetaData context) {
        note(command, context);
        schedules.computeIfPresent(
                command.scheduleId(),
                (_, view) -> changed(view, command.change().applyTo(view.definition()), view.state()));
    }

    @CommandHandler
    void decide(EnableSchedule command, MetaData context) {
        turn(command.scheduleId(), ScheduleState.ENABLED, command, context);
    }

    @CommandHandler
    void decide(DisableSchedule command, MetaData context) {
        turn(command.scheduleId(), ScheduleState.DISABLED, command, context);
    }

    @CommandHandler
    void decide(DeleteSchedule command, MetaData context) {
        turn(command.scheduleId(), ScheduleState.DELETED, command, context);
    }

    @CommandHandler
    void decide(RunScheduleNow command, MetaData context) {
        note(command, context);
    }

    @CommandHandler
    void decide(BackfillSchedule command, MetaData context) {
        note(command, context);
    }

    @QueryHandler
    List<ScheduleView> handle(GetSchedules query) {
        queries.add(query);
        return query.ids().stream().map(schedules::get).filter(Objects::nonNull).toList();
    }

    @QueryHandler
    SchedulePage handle(FindSchedules query) {
        queries.add(query);
        List<ScheduleView> items = List.copyOf(schedules.values());
        return new SchedulePage(
                items, items.stream().map(item -> item.id().toString()).toList(), new PageInfo(false, items.size()));
    }

    @QueryHandler
    ScheduleRunPage handle(FindScheduleRuns query) {
        queries.add(query);
        return new ScheduleRunPage(List.of(run(query.scheduleId())), List.of("cursor-1"), new PageInfo(false, 1));
    }

    @QueryHandler
    List<ScheduleRunView> handle(GetLastRuns query) {
        queries.add(query);
        return query.scheduleIds().stream().map(FakeSchedules::run).toList();
    }

    @QueryHandler
    List<Instant> handle(PreviewFires query) {
        queries.add(query);
        return Stream.iterate(FakePlatform.NOW, fire -> fire.plusSeconds(60))
                .limit(query.first())
                .toList();
    }

    private void turn(ScheduleId id, ScheduleState state, Object command, MetaData context) {
        note(command, context);
        schedules.computeIfPresent(id, (_, view) -> changed(view, view.definition(), state));
    }

    private void note(Object command, MetaData context) {
        commands.add(command);
        metadata.add(context);
    }

    private static ScheduleView changed(ScheduleView view, ScheduleDefinition definition, ScheduleState state) {
        return new ScheduleView(
                view.id(),
                view.owner(),
                definition,
                state,
                view.nextRunAt(),
                view.lastRunAt(),
                view.failures(),
                view.createdAt(),
                view.updatedAt(),
                view.createdBy());
    }

    private static ScheduleRunView run(ScheduleId id) {
        return new ScheduleRunView(
                id,
                FakePlatform.NOW,
                FakePlatform.NOW,
                1,
                RunKind.SCHEDULED,
                RunState.COMPLETED,
                JOB,
                FakePlatform.NOW,
                FakePlatform.NOW);
    }
}
