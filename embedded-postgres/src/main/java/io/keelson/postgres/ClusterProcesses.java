package io.keelson.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The processes of one cluster, found by program and working directory: a postmaster and all its children work in the
 * data directory, the programs that make a cluster in the directory above. Unlike a process number in a file, this cannot
 * point to a stranger after a reboot.
 */
final class ClusterProcesses {
    private static final Set<String> PROGRAMS = Set.of("initdb", "pg_ctl", "postgres");
    private static final Duration DYING = Duration.ofSeconds(5);

    private ClusterProcesses() {}

    /** The postmaster and its children. */
    static List<ProcessHandle> of(Path data) {
        return in(data::equals);
    }

    static boolean worksIn(ProcessHandle process, Path data) {
        return isProgram(process)
                && workingDirectory(process).filter(data::equals).isPresent();
    }

    /** Kills every PostgreSQL program that works in such a directory and waits until it is gone. */
    static void end(Predicate<Path> directory) {
        in(directory).forEach(ProcessHandle::destroyForcibly);
        if (!Pause.until(DYING, () -> in(directory).isEmpty())) {
            throw new PostgresStartException("The PostgreSQL processes %s were killed but do not end. Try again later."
                    .formatted(in(directory).stream().map(ProcessHandle::pid).toList()));
        }
    }

    private static List<ProcessHandle> in(Predicate<Path> directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> workingDirectory(process).filter(directory).isPresent())
                .filter(ClusterProcesses::isProgram)
                .toList();
    }

    private static boolean isProgram(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(PROGRAMS::contains)
                .isPresent();
    }

    private static Optional<Path> workingDirectory(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
