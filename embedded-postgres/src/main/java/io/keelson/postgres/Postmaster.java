package io.keelson.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, recognises and stops the server process of one cluster. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration FAST = Duration.ofSeconds(15);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

    private final ClusterDirectory directory;
    private final PostgresCommand command;
    private final ServerArguments arguments;
    private final PostgresAddress address;

    Postmaster(
            ClusterDirectory directory, PostgresCommand command, ServerArguments arguments, PostgresAddress address) {
        this.directory = directory;
        this.command = command;
        this.arguments = arguments;
        this.address = address;
    }

    /**
     * Starts the server and waits until it takes connections. A server of ours that outlived its launcher is kept when it
     * runs with the settings wanted, and restarted when it does not.
     */
    ProcessHandle start() throws IOException {
        Optional<ProcessHandle> orphan = orphan();
        if (orphan.isPresent() && servesAsWanted(orphan.get())) {
            LOG.info(
                    "Took over the running PostgreSQL server, process {}",
                    orphan.get().pid());
            return orphan.get();
        }
        orphan.ifPresent(server -> {
            LOG.info("Restarting the PostgreSQL server, process {}, with the present settings", server.pid());
            stop(server);
        });
        clearAway();
        PortChoice.requireFree(address.port(), directory);
        ServerLog.rotate(directory.log());
        Process process = command.start("postgres", arguments.words());
        awaitReady(process);
        return process.toHandle();
    }

    /** Fast shutdown (sessions are cut, everything is written), then an immediate one, then the kill. */
    void stop(ProcessHandle server) {
        if (signal(server, "fast", FAST) || signal(server, "immediate", IMMEDIATE)) {
            return;
        }
        LOG.warn("PostgreSQL, process {}, did not stop and is killed; it recovers at the next start", server.pid());
        clearAway();
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        return PidFile.read(directory.data())
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .filter(process -> ClusterProcesses.worksIn(process, directory.data()));
    }

    private boolean servesAsWanted(ProcessHandle orphan) throws IOException {
        PidFile file = PidFile.read(directory.data()).orElse(null);
        if (file == null || file.pid() != orphan.pid() || file.port() != address.port() || !file.ready()) {
            return false;
        }
        try {
            RunningServer server = RunningServer.ask(address.withDatabase("postgres"));
            Duration apart = Duration.between(file.startedAt(), server.startedAt());
            return server.dataDirectory().equals(directory.data())
                    && server.clusterName().equals(arguments.clusterName())
                    && apart.abs().compareTo(CLOCK_SLACK) <= 0;
        } catch (SQLException refused) {
            LOG.warn("The running PostgreSQL server, process {}, does not let us in", orphan.pid(), refused);
            return false;
        }
    }

    private void awaitReady(Process process) {
        boolean ended = Pause.until(START, () -> !process.isAlive() || isReady(process));
        if (!ended || !process.isAlive()) {
            String tail = ServerLog.tail(directory.log());
            process.destroyForcibly();
            throw new PostgresStartException("PostgreSQL did not start (%s). The end of %s:%n%s"
                    .formatted(
                            ended ? "its process ended" : "no answer within %d s".formatted(START.toSeconds()),
                            directory.log(),
                            tail));
        }
    }

    private boolean isReady(Process process) {
        try {
            return PidFile.read(directory.data())
                    .filter(file -> file.pid() == process.pid() && file.ready())
                    .isPresent();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean signal(ProcessHandle server, String mode, Duration patience) {
        try {
            command.run(
                    "pg_ctl",
                    List.of(
                            "stop",
                            "--silent",
                            "--no-wait",
                            "-D",
                            directory.data().toString(),
                            "-m",
                            mode));
        } catch (IOException | PostgresStartException failure) {
            LOG.debug("The {} stop of PostgreSQL, process {}, was not taken", mode, server.pid(), failure);
        }
        return Pause.until(patience, () -> !server.isAlive());
    }

    /**
     * Ends every process that is left in the data directory, then removes the lock files they left. The server would
     * judge those by the process number alone, and refuse to start when a stranger or a zombie has that number now.
     */
    private void clearAway() {
        Path data = directory.data();
        // Children of a dead postmaster end by themselves, as soon as they notice.
        if (!Pause.until(IMMEDIATE, () -> ClusterProcesses.of(data).isEmpty())) {
            ClusterProcesses.end(data::equals);
        }
        try {
            Files.deleteIfExists(PidFile.in(data));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        directory.clearSockets();
    }
}
