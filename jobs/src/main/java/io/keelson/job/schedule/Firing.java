package io.keelson.job.schedule;

import io.keelson.api.fault.CrashPoint;
import io.keelson.api.schedule.OverlapPolicy;
import io.keelson.api.schedule.RunKind;
import io.keelson.job.queue.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fires what is due. The job, its entry in the history and the next time of the schedule are one transaction under the
 * lock of the schedule's row, so each fire makes one job, whichever node comes first and whichever dies.
 */
final class Firing {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final Duration NEVER = Duration.ofDays(1);

    private final FireStore store;
    private final RunBook book;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final int atOnce;

    Firing(DataSource dataSource, JobQueue queue, JobTypes types, DatabaseTime time, int atOnce) {
        this.store = new FireStore(dataSource, time);
        this.book = new RunBook(dataSource);
        this.runs = new Runs(dataSource, queue, types);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.atOnce = atOnce;
    }

    /** Fires everything that is due; returns how long nothing will be due. */
    Duration fireAllDue() {
        Duration untilNext = fireSome();
        while (untilNext.isZero()) {
            untilNext = fireSome();
        }
        return untilNext;
    }

    private Duration fireSome() {
        return transaction.execute(_ -> {
            Instant now = store.now();
            List<DueSchedule> due = store.claim(now, atOnce);
            if (!due.isEmpty()) {
                fire(due, now);
            }
            CrashPoint.hit("schedule-fired");
            return due.isEmpty() ? store.untilNext(now).orElse(NEVER) : Duration.ZERO;
        });
    }

    private void fire(List<DueSchedule> due, Instant now) {
        Map<UUID, Integer> unfinished = book.unfinished(
                due.stream().filter(Firing::heedsOverlap).map(DueSchedule::id).toList());
        List<PlannedRun> planned = new ArrayList<>();
        List<FireStore.Advance> advances = new ArrayList<>();
        for (DueSchedule schedule : due) {
            FirePlan plan = plan(schedule, now);
            if (plan.missed() != null) {
                planned.add(PlannedRun.missed(schedule.row(), plan.missed()));
            }
            List<PlannedRun> fired = fired(schedule, plan, unfinished.getOrDefault(schedule.id(), 0));
            planned.addAll(fired);
            advances.add(new FireStore.Advance(schedule, plan.next(), lastStarted(fired)));
        }
        runs.make(planned);
        store.advance(advances);
    }

    /** A schedule that cannot be understood any more stops, and does not hold up the others. */
    private static FirePlan plan(DueSchedule schedule, Instant now) {
        try {
            return FirePlan.of(schedule, now);
        } catch (RuntimeException e) {
            LOG.error("schedule:{} makes no sense any more and stops until it is changed.", schedule.id(), e);
            return new FirePlan(List.of(), null, null);
        }
    }

    private static List<PlannedRun> fired(DueSchedule schedule, FirePlan plan, int unfinished) {
        int room = room(schedule) - unfinished;
        List<PlannedRun> fired = new ArrayList<>();
        for (Instant fire : plan.fires()) {
            fired.add(
                    room > 0
                            ? PlannedRun.started(schedule.row(), RunKind.SCHEDULED, fire)
                            : PlannedRun.skipped(schedule.row(), fire));
            room--;
        }
        return fired;
    }

    /** How many unfinished jobs a schedule may have. */
    private static int room(DueSchedule schedule) {
        return switch (schedule.definition().rules().overlap()) {
            case SKIP -> 1;
            case BUFFER_ONE -> 2;
            case ALLOW -> Integer.MAX_VALUE;
        };
    }

    private static boolean heedsOverlap(DueSchedule schedule) {
        return schedule.definition().rules().overlap() != OverlapPolicy.ALLOW;
    }

    private static @Nullable Instant lastStarted(List<PlannedRun> fired) {
        return fired.stream()
                .filter(run -> run.result() == PlannedRun.Result.STARTED)
                .map(PlannedRun::fireTime)
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
