package io.keelson.driver;

import java.util.List;

/**
 * The code that touches real infrastructure: one {@link DriverStep} per step of an operation. Every step looks first and
 * acts only on the difference, because it may be run twice, by two processes, or after a crash in the middle. Everything
 * that is made is marked with instance and operation id, so a restarted control plane recognises its own work.
 */
public interface InstanceDriver {
    /** Stable name by which instances choose this driver, for example {@code process}. */
    String name();

    /** Where it can run instances; the same as long as the driver lives. */
    default Sites sites() {
        return Sites.ONE;
    }

    /**
     * Looks at what exists of an instance, without changing anything.
     *
     * @throws DriverException when the world cannot be looked at
     */
    Observation observe(InstanceSpec instance) throws DriverException, InterruptedException;

    /** Checks that the request fits this driver and reserves a place. Twice: the first reservation is kept. */
    DriverStep reservation();

    /** Limits for CPU and memory. Twice: the limits are set to what was asked. */
    DriverStep compute();

    /** A database and a role of its own. Twice: nothing is made or lost; the password stays what it was. */
    DriverStep database();

    /** A port or address. Twice: the same one. */
    DriverStep network();

    /** A directory or volume. Twice: it stays, with its content. */
    DriverStep storage();

    /** The files of the release, and its one-time preparation. Twice: files are put back, preparation is repeated. */
    DriverStep deployment();

    /** The release's own database migrations. Twice: they are run again, and must be repeatable. */
    DriverStep migration();

    /** What the workload finds in its environment. Twice: rewritten from the specification. */
    DriverStep environment();

    /** A certificate for the workload. Twice: a valid one is kept. */
    DriverStep certificate();

    /** Suites to switch on. Twice: the same set. */
    DriverStep suites();

    /** Capabilities to switch on. Twice: the same set. */
    DriverStep capabilities();

    /** Rules on where data may rest. Twice: the same rules. */
    DriverStep residency();

    /** Where output goes and who watches. Twice: nothing is lost. */
    DriverStep monitoring();

    /** The running workload. Twice: one workload, never two. Removing stops it gracefully, then by force. */
    DriverStep workload();

    /** Waits until the workload answers. Twice: asked again. */
    DriverStep healthCheck();

    /** Calls the smoke paths. Twice: called again. */
    DriverStep smokeTest();

    /** Marks the instance as in service. Twice: it stays in service. */
    DriverStep activation();

    /**
     * Runs a command with the environment and within the limits of an instance, and waits for its end. Twice with the same
     * run id: what the first run left behind is ended, then the command runs again, so it must be repeatable itself. An
     * operation that stops or removes the instance ends the command too.
     *
     * @return the exit status, whatever it is
     * @throws DriverException SPECIFICATION_REFUSED when there is no such instance, when the directory leads out of the
     *     release or when this driver runs no commands; COMMAND_FAILED when it cannot be started or prints without end
     * @throws InterruptedException when the thread was interrupted; the command and what it started are ended then
     */
    default int run(InstanceCommand command, CommandOutput output) throws DriverException, InterruptedException {
        throw new DriverException(
                FailureCode.SPECIFICATION_REFUSED,
                "The driver %s runs no commands in instances, so none was run in instance %s."
                        .formatted(name(), command.instanceId()));
    }

    /**
     * Checks that the machine can give what is asked for, also to an instance that is not there yet. Twice: checked again.
     * Nothing is made.
     */
    default DriverStep capacity() {
        return DriverStep.unsupported(this, "capacity");
    }

    /**
     * A snapshot of database, files and configuration, under the id {@link StepParameter#BACKUP_ID}. Twice: a whole one is
     * kept, half of one is made anew. Removing deletes it.
     */
    default DriverStep backup() {
        return DriverStep.unsupported(this, "backup");
    }

    /** Deletes all but the newest {@link StepParameter#KEEP_BACKUPS} snapshots. Twice: there is nothing left to delete. */
    default DriverStep backupExpiry() {
        return DriverStep.unsupported(this, "backup expiry");
    }

    /** Reads the whole snapshot and compares its checksums. Twice: checked again. Nothing is made. */
    default DriverStep backupCheck() {
        return DriverStep.unsupported(this, "backup check");
    }

    /**
     * Puts the database and the files of a snapshot in the place of what is there, which is put aside. Twice: what the first
     * call put in place stays. Removing puts back what was there before.
     */
    default DriverStep restoration() {
        return DriverStep.unsupported(this, "restoration");
    }

    /** Deletes what a restoration has put aside; from then on it cannot be taken back. Twice: nothing is left to delete. */
    default DriverStep disposal() {
        return DriverStep.unsupported(this, "disposal");
    }

    /** Tells the workload that it is in maintenance; removing tells it that this is over. Twice: told again. */
    default DriverStep maintenance() {
        return DriverStep.unsupported(this, "maintenance");
    }

    /**
     * Looks at how a running instance is, without changing anything. What is wrong with the instance is in the report; only
     * a driver that cannot look at all throws. Twice: looked at again.
     *
     * @throws DriverException when nothing can be said, so that the look does not count
     */
    default HealthReport health(InstanceSpec instance) throws DriverException, InterruptedException {
        return HealthReport.NOTHING_KNOWN;
    }

    /**
     * Compares what exists of an instance with what should, without changing anything; empty when all is as it should be.
     *
     * @param running whether the workload should run; otherwise it should be stopped, with everything else in place
     * @throws DriverException when the world cannot be looked at
     */
    default List<Drift> drift(InstanceSpec instance, boolean running) throws DriverException, InterruptedException {
        return List.of();
    }

    /**
     * Everything that this driver has marked as its own, of whatever instance. Snapshots do not count: they outlive theirs.
     *
     * @throws DriverException when the world cannot be looked at
     */
    default List<OwnedThing> owned() throws DriverException, InterruptedException {
        return List.of();
    }

    /** Checks that the files of the release can be had, whole. Twice: checked again. Nothing is made. */
    default DriverStep releaseCheck() {
        return DriverStep.unsupported(this, "release check");
    }

    /**
     * Puts the database and the data of a stopped workload aside and leaves a copy in their place. Twice: the first copy stays.
     * Removing puts back what was there before.
     */
    default DriverStep dataSafekeeping() {
        return DriverStep.unsupported(this, "data safekeeping");
    }

    /**
     * Puts the files of the release that ran aside; data or a snapshot must have been put aside by the same operation before.
     * Twice: they stay aside. Removing puts them back in their place.
     */
    default DriverStep releaseSafekeeping() {
        return DriverStep.unsupported(this, "release safekeeping");
    }

    /**
     * Lets the release that is there take its migrations back to {@link StepParameter#TARGET_VERSION}. Twice: it runs again, and
     * must be repeatable. Removing ends what still runs.
     */
    default DriverStep reverseMigration() {
        return DriverStep.unsupported(this, "reverse migration");
    }

    /** Checks that no table has lost its content since the data was put aside. Twice: checked again. */
    default DriverStep dataCheck() {
        return DriverStep.unsupported(this, "data check");
    }

    /** Watches errors and answer times for {@link StepParameter#WATCH_SECONDS}. Twice: watched again. */
    default DriverStep watch() {
        return DriverStep.unsupported(this, "watch");
    }
}
