package io.keelson.job.schedule;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.schedule.command.PauseSchedule;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after runs whose jobs have ended: notes how, lets schedules with too many failures in a row switch themselves
 * off, and removes history that is too old. Every node may have one; each row is seen to by one of them. A schedule that
 * is to be switched off says so in its row until the event is there, so a command that gets lost is sent again. Fits a
 * Spring lifecycle.
 */
public final class RunSettler {
    private static final Logger LOG = LoggerFactory.getLogger(RunSettler.class);
    private static final int COMMAND_SECONDS = 10;
    private static final int FULL = 1_000;
    private static final long FORGET_EVERY = Duration.ofMinutes(1).toNanos();

    private final SettlementStore store;
    private final CommandGateway commands;
    private final ScheduleSettings settings;
    private final TransactionTemplate transaction;
    private long nextForget = System.nanoTime();
    private @Nullable ScheduledExecutorService executor;

    /**
     * Makes a settler that does nothing yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public RunSettler(DataSource dataSource, CommandGateway commands, ScheduleSettings settings) {
        this.store = new SettlementStore(dataSource);
        this.commands = commands;
        this.settings = settings;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Begins to look. Twice: changes nothing. */
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("schedule-settler").factory());
            long every = settings.settleEvery().toMillis();
            var _ = executor.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends looking. Twice: changes nothing. */
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdown();
            executor = null;
        }
    }

    private void look() {
        try {
            settle();
            forgetIfDue();
        } catch (RuntimeException e) {
            LOG.warn("Ended runs of schedules could not be noted; it is tried again in {}.", settings.settleEvery(), e);
        }
    }

    /** Notes all runs that have ended and pauses what has to be paused. */
    void settle() {
        int settled = settleSome();
        while (settled == FULL) {
            settled = settleSome();
        }
        store.toPause().forEach(this::pause);
    }

    private int settleSome() {
        return transaction.execute(_ -> {
            List<EndedRun> ended = store.settle();
            List<FailureStreak> streaks = FailureStreak.of(ended);
            if (!streaks.isEmpty()) {
                store.count(streaks);
            }
            return ended.size();
        });
    }

    private void pause(SettlementStore.ToPause schedule) {
        RequestContext context = RequestContext.system(UUID.randomUUID().toString())
                .withReason("%d runs in a row failed.".formatted(schedule.failures()));
        LOG.warn("{} is switched off, because {} runs in a row failed.", schedule.id(), schedule.failures());
        commands.sendAndWait(
                new GenericCommandMessage<>(new PauseSchedule(schedule.id(), schedule.failures(), schedule.revision()))
                        .withMetaData(context.toMetadata()),
                COMMAND_SECONDS,
                TimeUnit.SECONDS);
    }

    private void forgetIfDue() {
        if (System.nanoTime() - nextForget < 0) {
            return;
        }
        while (store.forget(settings.keepHistory()) == FULL) {
            LOG.debug("Old history of schedules is removed in parts.");
        }
        nextForget = System.nanoTime() + FORGET_EVERY;
    }
}
