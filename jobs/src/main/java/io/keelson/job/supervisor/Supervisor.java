package io.keelson.job.supervisor;

import io.keelson.driver.limit.ControlGroups;
import io.keelson.job.worker.FleetLoad;
import io.keelson.job.worker.WorkerFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps as many worker processes on this machine as there is work for. Of several nodes on one machine one does it, the
 * others stand by. When it dies, its processes go on, and the next one finds them again.
 */
public final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long EVERY = 1_000;
    private static final long STOP_LOOK = 50;
    private static final long LAST_LOOK = 2_000;
    private static final long NANOS = 1_000_000;

    private final SupervisorSettings settings;
    private final SupervisorLease lease;
    private final WorkerProcessTable table;
    private final WorkerFleet fleet;
    private final SupervisedMachine machine;
    private final FleetSize size;
    private volatile @Nullable ScheduledExecutorService thread;
    /** As of the last look; the processes are ours to end even when the database is away. */
    private volatile List<WorkerProcess> living = List.of();

    private volatile boolean leading;

    /**
     * Makes a supervisor that does nothing yet.
     *
     * @param dataSource a plain pool that takes part in no Spring transaction of the application
     */
    public Supervisor(DataSource dataSource, WorkerFleet fleet, WorkerProgram program, SupervisorSettings settings) {
        try {
            String name = Machine.name();
            this.settings = settings;
            this.lease = new SupervisorLease(dataSource, name, UUID.randomUUID());
            this.table = new WorkerProcessTable(dataSource, name);
            this.fleet = fleet;
            WorkerStart start = new WorkerStart(program, settings.limits(), ControlGroups.at(settings.controlGroups()));
            this.machine =
                    new SupervisedMachine(table, start, settings.scaling().maxWorkers());
            this.size = new FleetSize(settings.scaling());
        } catch (IOException e) {
            throw new UncheckedIOException("Worker processes need a Linux machine with a host name.", e);
        }
    }

    /** Begins to look every second. Twice: changes nothing. */
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService starting = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("worker-supervisor").factory());
            var _ = starting.scheduleWithFixedDelay(this::lookOrRetryLater, 0, EVERY, TimeUnit.MILLISECONDS);
            thread = starting;
        }
    }

    /**
     * Asks the processes of this machine to end, waits for them, kills what takes too long, and lets another node take
     * over. A node that only stood by touches nothing. Twice: changes nothing.
     */
    public synchronized void stop() {
        ScheduledExecutorService ending = thread;
        if (ending == null) {
            return;
        }
        ending.shutdownNow();
        try {
            var _ = ending.awaitTermination(LAST_LOOK, TimeUnit.MILLISECONDS);
            if (leading) {
                endAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Worker processes may be left; the next start finds them.", e);
        }
        leading = false;
        thread = null;
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void lookOrRetryLater() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Worker processes could not be looked after; it is tried again in {} ms.", EVERY, e);
        }
    }

    private void look() throws InterruptedException {
        OptionalLong held = lease.renew();
        if (held.isEmpty()) {
            leading = false;
            return;
        }
        long epoch = held.getAsLong();
        if (!leading) {
            leading = true;
            LOG.info("This node looks after the worker processes of this machine, as number {} to do so.", epoch);
            table.forgetEarlierBoots();
        }
        living = machine.living(epoch);
        adjust(epoch);
    }

    private void adjust(long epoch) throws InterruptedException {
        List<WorkerProcess> staying = SupervisedMachine.staying(living);
        FleetLoad load = fleet.load();
        int wanted = size.wanted(load, staying.size(), SupervisedMachine.arrived(staying), System.nanoTime());
        if (wanted > staying.size()) {
            SupervisedMachine.tell(load, staying.size(), wanted);
            machine.startOne(living, wanted - staying.size(), epoch);
        } else if (wanted < staying.size()) {
            SupervisedMachine.tell(load, staying.size(), wanted);
            machine.retire(staying.getLast(), epoch);
        }
    }

    private void endAll() throws InterruptedException {
        lookAgain();
        List<WorkerProcess> left = living;
        left.forEach(process -> act(process, LinuxProcess::end));
        long begun = System.nanoTime();
        long renewed = begun - EVERY * NANOS;
        while (left.stream().anyMatch(Supervisor::lives)) {
            long now = System.nanoTime();
            if (now - renewed >= EVERY * NANOS) {
                renewed = now;
                keepLease();
            }
            if (now - begun > settings.stopWithin().toNanos()) {
                LOG.warn("Worker processes that do not end are killed.");
                left.forEach(process -> act(process, LinuxProcess::kill));
            }
            TimeUnit.MILLISECONDS.sleep(STOP_LOOK);
        }
        leave(left);
    }

    /** One may have been started since the last look. */
    private void lookAgain() throws InterruptedException {
        try {
            OptionalLong held = lease.renew();
            if (held.isPresent()) {
                living = machine.living(held.getAsLong());
            }
        } catch (RuntimeException e) {
            LOG.warn("The database is away, so only worker processes of the last look are ended.", e);
        }
    }

    /** Nobody else is to start new processes meanwhile. */
    private void keepLease() {
        try {
            lease.renew().ifPresent(epoch -> living.forEach(process -> table.stop(process.id(), epoch)));
        } catch (RuntimeException e) {
            LOG.debug("The database is away while worker processes end.", e);
        }
    }

    private void leave(List<WorkerProcess> ended) throws InterruptedException {
        OptionalLong held = lease.renew();
        if (held.isPresent()) {
            for (WorkerProcess process : ended) {
                machine.tidy(process, held.getAsLong());
            }
            lease.release();
        }
    }

    private static boolean lives(WorkerProcess process) {
        return process.process() != null && process.process().lives();
    }

    private static void act(WorkerProcess process, Consumer<LinuxProcess> act) {
        if (process.process() != null) {
            act.accept(process.process());
        }
    }
}
