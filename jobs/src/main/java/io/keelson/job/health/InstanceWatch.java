package io.keelson.job.health;

import io.keelson.api.health.HealthReportView;
import io.keelson.api.setting.Settings;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.job.step.InstanceSpecs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every instance again and again: at its health, and at what exists of it. Any number of nodes may do so; each
 * look is one node's, and when that dies another one takes the instance over a minute later. Fits a Spring lifecycle.
 */
public final class InstanceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceWatch.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_AT_ONCE = 64;
    private static final int THREADS = 16;
    private static final long FORGET_EVERY = Duration.ofMinutes(1).toNanos();

    private final LookTable table;
    private final OrphanRound orphans;
    private final UpkeepCommands commands;
    private final Settings settings;
    private final Map<String, InstanceDriver> drivers;
    private final Queue<Looked> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private long nextForget = System.nanoTime();
    private long nextOrphans = System.nanoTime();
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ExecutorService lookers;

    /**
     * Makes a watch that does nothing yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     * @param drivers the enabled ones, each with a name of its own
     */
    public InstanceWatch(
            DataSource dataSource, CommandGateway gateway, Settings settings, List<InstanceDriver> drivers) {
        this.table = new LookTable(dataSource);
        this.orphans = new OrphanRound(dataSource, drivers);
        this.commands = new UpkeepCommands(gateway);
        this.settings = settings;
        this.drivers =
                drivers.stream().collect(Collectors.toUnmodifiableMap(InstanceDriver::name, Function.identity()));
    }

    /** Begins to look. Twice, or on a node without drivers: changes nothing. */
    public synchronized void start() {
        if (clock == null && !drivers.isEmpty()) {
            lookers = Executors.newFixedThreadPool(
                    THREADS,
                    Thread.ofPlatform().daemon().name("instance-look-", 0).factory());
            clock = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("instance-watch").factory());
            var _ = clock.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends looking; what was begun is cut off and left to other nodes. Twice: changes nothing. */
    public synchronized void stop() {
        if (clock == null || lookers == null) {
            return;
        }
        clock.shutdownNow();
        lookers.shutdownNow();
        clock = null;
        lookers = null;
        try {
            table.leave();
        } catch (RuntimeException databaseGone) {
            LOG.debug("The instances of this watch are freed when their lease is over.", databaseGone);
        }
    }

    public synchronized boolean isRunning() {
        return clock != null;
    }

    private void tick() {
        try {
            UpkeepSettings now = UpkeepSettings.of(settings);
            free();
            ExecutorService threads = lookers;
            if (threads != null) {
                take(now, threads);
                lookForOrphans(now, threads);
            }
            forget(now);
        } catch (RuntimeException e) {
            LOG.warn("Instances could not be looked at; it is tried again in {}.", TICK, e);
        }
    }

    private void free() {
        List<Looked> looks = new ArrayList<>();
        for (Looked look = done.poll(); look != null; look = done.poll()) {
            looks.add(look);
        }
        table.free(looks);
    }

    private void take(UpkeepSettings now, ExecutorService threads) {
        int room = MOST_AT_ONCE - underWay.get();
        if (room <= 0) {
            return;
        }
        for (Watched watched : table.claim(drivers.keySet(), now, room, LEASE)) {
            underWay.incrementAndGet();
            threads.execute(() -> {
                try {
                    done.add(look(watched, now));
                } finally {
                    underWay.decrementAndGet();
                }
            });
        }
    }

    /** A look that fails is not remembered; the next one comes an interval later. */
    private Looked look(Watched watched, UpkeepSettings now) {
        Memory memory = watched.memory();
        HealthReportView report = null;
        try {
            InstanceDriver driver = drivers.get(watched.blueprint().driver().value());
            InstanceSpec spec = InstanceSpecs.of(watched.blueprint());
            if (driver != null && watched.check()) {
                HealthRound.Outcome outcome = new HealthRound(commands, now).look(watched, spec, driver);
                memory = outcome.memory();
                report = outcome.report();
            }
            if (driver != null && watched.compare()) {
                memory = new DriftRound(commands, now).look(watched, memory, spec, driver);
            }
        } catch (DriverException failure) {
            LOG.warn("{} could not be looked at; it is tried again: {}", watched.id(), failure.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be looked at; it is tried again at the next interval.", watched.id(), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Looked(watched, memory, report);
    }

    private void lookForOrphans(UpkeepSettings now, ExecutorService threads) {
        if (System.nanoTime() - nextOrphans < 0) {
            return;
        }
        nextOrphans = System.nanoTime() + now.compareEvery().toNanos();
        threads.execute(() -> {
            try {
                orphans.look();
            } catch (DriverException | RuntimeException failure) {
                LOG.warn("Things that nobody owns could not be looked for; it is tried again.", failure);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void forget(UpkeepSettings now) {
        if (System.nanoTime() - nextForget >= 0 && table.forget(now.keepSamples()) == 0) {
            nextForget = System.nanoTime() + FORGET_EVERY;
        }
    }
}
