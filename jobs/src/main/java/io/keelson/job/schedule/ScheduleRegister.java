package io.keelson.job.schedule;

import io.keelson.api.schedule.RunKind;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.event.ScheduleBackfillRequested;
import io.keelson.api.schedule.event.ScheduleChanged;
import io.keelson.api.schedule.event.ScheduleCreated;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.ScheduleEvent;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.timing.FireTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the table of schedules in the transaction of its token, and makes the jobs that people ask for. An event that is
 * handled again finds a row that knows it and changes nothing, so a replay neither fires nor moves the next fire; there
 * is nothing to clear before one. Rows that were lost are made anew, without the jobs that were asked for long ago.
 */
@ProcessingGroup("schedule-register")
public final class ScheduleRegister {
    private final ScheduleTable table;
    private final Runs runs;
    private final ScheduleSignal signal;

    /**
     * Makes a register.
     *
     * @param dataSource the one whose transactions the event processor opens, also behind {@code queue}
     */
    public ScheduleRegister(DataSource dataSource, JobQueue queue, JobTypes types, ScheduleSignal signal) {
        this.table = new ScheduleTable(dataSource);
        this.runs = new Runs(dataSource, queue, types);
        this.signal = signal;
    }

    @EventHandler
    void react(ScheduleEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        Stamp stamp = Stamp.of(message);
        boolean news =
                switch (event) {
                    case ScheduleCreated created -> add(created, stamp);
                    case ScheduleChanged changed -> redefine(changed, stamp);
                    case ScheduleEnabled enabled -> enable(enabled.scheduleId(), stamp);
                    case ScheduleDisabled disabled -> table.disable(disabled.scheduleId(), stamp, false);
                    case SchedulePaused paused -> table.disable(paused.scheduleId(), stamp, true);
                    case ScheduleDeleted deleted -> table.delete(deleted.scheduleId(), stamp);
                    case ScheduleRunRequested requested -> runNow(requested.scheduleId(), stamp, replay);
                    case ScheduleBackfillRequested requested -> backfill(requested, stamp, replay);
                };
        if (news) {
            signal.changedAfterCommit();
        }
    }

    private boolean add(ScheduleCreated event, Stamp stamp) {
        NextFire next = event.enabled() ? next(event.scheduleId(), event.definition(), stamp.at()) : null;
        return table.add(event, stamp, next);
    }

    private boolean redefine(ScheduleChanged event, Stamp stamp) {
        boolean enabled = table.known(event.scheduleId())
                .map(ScheduleTable.Known::enabled)
                .orElse(false);
        NextFire next = enabled ? next(event.scheduleId(), event.definition(), stamp.at()) : null;
        return table.redefine(event.scheduleId(), event.definition(), stamp, next);
    }

    private boolean enable(ScheduleId id, Stamp stamp) {
        NextFire next = table.known(id)
                .flatMap(known -> NextFire.after(id.value(), known.row().definition(), stamp.at()))
                .orElse(null);
        return table.enable(id, stamp, next);
    }

    private boolean runNow(ScheduleId id, Stamp stamp, ReplayStatus replay) {
        if (!table.note(id, stamp)) {
            return false;
        }
        if (!replay.isReplay()) {
            Instant fire = stamp.at().truncatedTo(ChronoUnit.MICROS);
            table.known(id)
                    .ifPresent(known -> runs.make(List.of(PlannedRun.started(known.row(), RunKind.RUN_NOW, fire))));
            table.lastFire(id, fire);
        }
        return true;
    }

    private boolean backfill(ScheduleBackfillRequested event, Stamp stamp, ReplayStatus replay) {
        if (!table.note(event.scheduleId(), stamp)) {
            return false;
        }
        if (!replay.isReplay()) {
            table.known(event.scheduleId())
                    .map(ScheduleTable.Known::row)
                    .ifPresent(row -> runs.make(fires(row, event)));
        }
        return true;
    }

    private static List<PlannedRun> fires(ScheduleRow row, ScheduleBackfillRequested event) {
        return FireTimes.of(row.definition().timing())
                .between(event.from(), event.to(), ScheduleCheck.MOST_BACKFILLED)
                .stream()
                .map(fire -> PlannedRun.started(row, RunKind.BACKFILL, fire))
                .toList();
    }

    private static @Nullable NextFire next(ScheduleId id, ScheduleDefinition definition, Instant moment) {
        return NextFire.after(id.value(), definition, moment).orElse(null);
    }
}
