package io.keelson.job.supervisor;

import io.keelson.job.worker.FleetLoad;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker processes of this machine as its supervisor handles them; nothing of what it must know is kept in memory
 * only. Not for several threads.
 */
final class SupervisedMachine {
    private static final Logger LOG = LoggerFactory.getLogger(SupervisedMachine.class);
    /** A process whose start was not recorded and that is not found by then was never started. */
    private static final Duration STARTED_BY = Duration.ofSeconds(10);

    private final WorkerProcessTable table;
    private final WorkerStart start;
    private final Restarts restarts = new Restarts();
    private final int maxWorkers;

    SupervisedMachine(WorkerProcessTable table, WorkerStart start, int maxWorkers) {
        this.table = table;
        this.start = start;
        this.maxWorkers = maxWorkers;
    }

    /** The processes that live, also those that another supervisor started; what has ended is tidied up. */
    List<WorkerProcess> living(long epoch) throws InterruptedException {
        List<WorkerProcess> living = new ArrayList<>();
        for (WorkerProcess known : table.all()) {
            Optional<LinuxProcess> process = find(known);
            if (process.isPresent()) {
                living.add(adopt(known, process.get(), epoch));
            } else if (known.process() != null || known.age().compareTo(STARTED_BY) > 0) {
                bury(known, epoch);
            } else {
                living.add(known);
            }
        }
        return living;
    }

    /**
     * Starts one more, unless the slots that are missing wait for their next try: another slot would only die sooner.
     *
     * @param missing how many more are wanted, 1 or more
     */
    void startOne(List<WorkerProcess> living, int missing, long epoch) throws InterruptedException {
        Set<Integer> taken = living.stream().map(WorkerProcess::slot).collect(Collectors.toSet());
        OptionalInt slot = IntStream.range(0, maxWorkers)
                .filter(free -> !taken.contains(free))
                .limit(missing)
                .filter(free -> restarts.mayStart(free, System.nanoTime()))
                .findFirst();
        if (slot.isPresent()) {
            start(slot.getAsInt(), epoch);
        }
    }

    /** Lets one finish its jobs and end. */
    void retire(WorkerProcess process, long epoch) {
        LOG.info(
                "Worker process {} in slot {} is not needed any more; it finishes its jobs.",
                process.id(),
                process.slot());
        table.stop(process.id(), epoch);
    }

    private static Optional<LinuxProcess> find(WorkerProcess known) {
        LinuxProcess process = known.process();
        return process == null
                ? LinuxProcess.withVariable(
                        WorkerProgram.PROCESS_VARIABLE, known.id().toString())
                : Optional.of(process).filter(LinuxProcess::lives);
    }

    private WorkerProcess adopt(WorkerProcess known, LinuxProcess process, long epoch) {
        if (known.process() == null && table.started(known.id(), process, epoch)) {
            LOG.info("Worker process {} runs as {} and was not recorded; it is adopted.", known.id(), process.pid());
        }
        return known.found(process);
    }

    private void bury(WorkerProcess ended, long epoch) throws InterruptedException {
        if (ended.stopping() == null) {
            Duration pause = restarts.died(ended.slot(), ended.age(), System.nanoTime());
            LOG.warn(
                    "Worker process {} in slot {} has ended after {}{}; the slot is free again in {}.",
                    ended.id(),
                    ended.slot(),
                    ended.age(),
                    start.ranOutOfMemory(ended.id()) ? " because the kernel found it over its memory limit" : "",
                    pause);
        } else {
            LOG.info("Worker process {} in slot {} has ended as it was asked to.", ended.id(), ended.slot());
        }
        tidy(ended, epoch);
    }

    /** Takes away what is left of a process that has ended. */
    void tidy(WorkerProcess ended, long epoch) throws InterruptedException {
        start.tidy(ended.id());
        table.forget(ended.id(), epoch);
    }

    private void start(int slot, long epoch) throws InterruptedException {
        UUID id = UUID.randomUUID();
        if (!table.want(id, slot, epoch)) {
            return;
        }
        try {
            Process process = start.start(id, slot);
            Optional<LinuxProcess> running = LinuxProcess.find(process.pid());
            if (running.isPresent() && !table.started(id, running.get(), epoch)) {
                // Somebody else looks after this machine by now and does not know it.
                process.destroyForcibly();
                return;
            }
            LOG.info("Worker process {} is started in slot {} as {}.", id, slot, process.pid());
        } catch (IOException e) {
            LOG.error("No worker process can be started in slot {}; it is tried again.", slot, e);
            var _ = restarts.died(slot, Duration.ZERO, System.nanoTime());
            start.tidy(id);
            table.forget(id, epoch);
        }
    }

    /** How many of these are to stay. */
    static List<WorkerProcess> staying(List<WorkerProcess> living) {
        return living.stream().filter(process -> process.stopping() == null).toList();
    }

    /** How many of these report themselves. */
    static int arrived(List<WorkerProcess> staying) {
        return (int) staying.stream().filter(WorkerProcess::reporting).count();
    }

    /** What is told when the number changes. */
    static void tell(FleetLoad load, int from, int to) {
        LOG.info(
                "{} jobs wait for {} lanes: {} worker processes instead of {}.",
                load.waiting(),
                load.capacity(),
                to,
                from);
    }
}
