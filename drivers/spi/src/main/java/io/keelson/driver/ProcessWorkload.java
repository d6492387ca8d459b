package io.keelson.driver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a release runs as a process. Words of commands and values of the environment may hold placeholders; the process
 * driver documents them.
 *
 * @param prepare run once in the directory, or empty
 * @param migrate run with the database reachable, or empty
 * @param command the workload itself, staying in the foreground
 * @param reverse takes back what {@code migrate} did since another version, or empty
 * @param metricsPath where it tells its figures in the text format of Prometheus, or null when it does not
 */
public record ProcessWorkload(
        List<WorkloadFile> files,
        List<String> prepare,
        List<String> migrate,
        List<String> command,
        Map<String, String> environment,
        String healthPath,
        List<String> smokePaths,
        Duration healthTimeout,
        List<String> reverse,
        @Nullable String metricsPath) {
    /** A release that cannot take its migrations back and tells no figures. */
    public ProcessWorkload(
            List<WorkloadFile> files,
            List<String> prepare,
            List<String> migrate,
            List<String> command,
            Map<String, String> environment,
            String healthPath,
            List<String> smokePaths,
            Duration healthTimeout) {
        this(files, prepare, migrate, command, environment, healthPath, smokePaths, healthTimeout, List.of(), null);
    }
}
