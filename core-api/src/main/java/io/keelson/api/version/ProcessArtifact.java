package io.keelson.api.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a release runs as an operating-system process. Words of commands and values of the environment may hold the
 * placeholders {@code {port}}, {@code {directory}} (where the files are and commands run), {@code {dataDirectory}},
 * {@code {databaseUrl}} ({@code postgresql://user:password@host:port/name}), {@code {databaseHost}},
 * {@code {databasePort}}, {@code {databaseName}}, {@code {databaseUser}}, {@code {databasePassword}},
 * {@code {instanceId}}, {@code {version}}, {@code {java}}, {@code {configurationFile}} (JSON: settings and what is
 * switched on) and, when the instance serves TLS, {@code {certificateFile}} and {@code {privateKeyFile}} (PEM),
 * {@code {keystoreFile}} (PKCS #12) and {@code {keystorePasswordFile}}. No shell is involved unless the command names one.
 *
 * <p>Every command finds {@code PATH}, {@code HOME} (the directory), {@code PORT}, {@code KEELSON_INSTANCE_ID},
 * {@code KEELSON_OPERATION_ID}, {@code KEELSON_VERSION}, {@code KEELSON_REGION}, {@code KEELSON_SUITES},
 * {@code KEELSON_CAPABILITIES} (both separated by commas), {@code KEELSON_SETTINGS} (JSON) and {@code KEELSON_COMMAND} in its
 * environment, and nothing else that the release does not name.
 *
 * @param files what is copied into the directory first
 * @param prepare run once in the directory before anything else, or empty
 * @param migrate run after {@code prepare} with the database reachable, or empty; must be repeatable
 * @param command the workload itself; it must stay in the foreground
 * @param environment variables added to the workload's environment
 * @param healthPath HTTP path that answers 2xx as soon as the workload serves
 * @param smokePaths HTTP paths that must answer 2xx or 3xx before the instance is activated
 * @param healthTimeoutSeconds how long the workload may take to become healthy, 1 to 600
 * @param reverse run once to take back what {@code migrate} did since the version in {@code KEELSON_TARGET_VERSION}; null when
 *     the release cannot
 * @param metricsPath HTTP path where the workload tells its figures in the text format of Prometheus, or null when it does not
 */
public record ProcessArtifact(
        List<ArtifactFile> files,
        List<String> prepare,
        List<String> migrate,
        List<String> command,
        Map<String, String> environment,
        String healthPath,
        List<String> smokePaths,
        int healthTimeoutSeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> reverse,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metricsPath) {
    private static final int MAXIMUM_TIMEOUT = 600;
    private static final int MAXIMUM_PATH = 1024;

    public ProcessArtifact {
        files = List.copyOf(files);
        prepare = List.copyOf(prepare);
        migrate = List.copyOf(migrate);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        smokePaths = List.copyOf(smokePaths);
        reverse = reverse == null || reverse.isEmpty() ? null : List.copyOf(reverse);
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw RejectedException.invalid("artifacts.process.command", "The command must name a program.");
        }
        requirePath("artifacts.process.healthPath", healthPath);
        smokePaths.forEach(path -> requirePath("artifacts.process.smokePaths", path));
        if (metricsPath != null) {
            requirePath("artifacts.process.metricsPath", metricsPath);
        }
        if (healthTimeoutSeconds < 1 || healthTimeoutSeconds > MAXIMUM_TIMEOUT) {
            throw RejectedException.invalid(
                    "artifacts.process.healthTimeoutSeconds", "The health time-out must be 1 to 600 seconds.");
        }
    }

    /** A release that cannot take its migrations back and tells no figures. */
    public ProcessArtifact(
            List<ArtifactFile> files,
            List<String> prepare,
            List<String> migrate,
            List<String> command,
            Map<String, String> environment,
            String healthPath,
            List<String> smokePaths,
            int healthTimeoutSeconds) {
        this(files, prepare, migrate, command, environment, healthPath, smokePaths, healthTimeoutSeconds, null, null);
    }

    private static void requirePath(String field, String path) {
        if (!Require.text(field, path, MAXIMUM_PATH).startsWith("/")) {
            throw RejectedException.invalid(field, field + " must start with a slash.");
        }
    }
}
