package io.keelson.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded server is started with.
 *
 * @param directory everything the server owns goes into its sub-directory {@code postgres}
 * @param port TCP port on 127.0.0.1, 1 to 65535; 0 picks a free one at the first start and remembers it
 * @param durable whether a commit is on disk before it is acknowledged; false only for data nobody will miss
 * @param maxConnections how many clients may be connected, 5 to 10000
 * @param serverSettings further settings of postgresql.conf by name, for example {@code shared_buffers}; those the
 *     launcher decides itself (port, addresses, durability) are refused
 * @param binaries where the programs are unpacked, or null for the directory itself; may be shared
 */
public record PostgresSettings(
        Path directory,
        int port,
        boolean durable,
        int maxConnections,
        Map<String, String> serverSettings,
        @Nullable Path binaries) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int FEWEST_CONNECTIONS = 5;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int USUAL_CONNECTIONS = 200;
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.]*");
    private static final Set<String> OWN = Set.of(
            "cluster_name",
            "config_file",
            "data_directory",
            "fsync",
            "full_page_writes",
            "hba_file",
            "listen_addresses",
            "max_connections",
            "port",
            "synchronous_commit",
            "unix_socket_directories");

    public PostgresSettings {
        serverSettings = Map.copyOf(serverSettings);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("The PostgreSQL port must be 0 to 65535, not %d.".formatted(port));
        }
        if (maxConnections < FEWEST_CONNECTIONS || maxConnections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "PostgreSQL must allow 5 to 10000 connections, not %d.".formatted(maxConnections));
        }
        serverSettings.keySet().forEach(PostgresSettings::requireOpen);
    }

    /** Durable, on a port of its own choice, with the programs beside the data. */
    public static PostgresSettings in(Path directory) {
        return new PostgresSettings(directory, 0, true, USUAL_CONNECTIONS, Map.of(), null);
    }

    /** The same on a fixed port, or on one of its own choice when 0. */
    public PostgresSettings withPort(int other) {
        return new PostgresSettings(directory, other, durable, maxConnections, serverSettings, binaries);
    }

    /** The same with or without waiting for the disk. */
    public PostgresSettings withDurable(boolean other) {
        return new PostgresSettings(directory, port, other, maxConnections, serverSettings, binaries);
    }

    /** The same for another number of clients. */
    public PostgresSettings withMaxConnections(int other) {
        return new PostgresSettings(directory, port, durable, other, serverSettings, binaries);
    }

    /** The same with these further server settings in place of the former ones. */
    public PostgresSettings withServerSettings(Map<String, String> other) {
        return new PostgresSettings(directory, port, durable, maxConnections, other, binaries);
    }

    /** The same with the programs unpacked into another, possibly shared, directory. */
    public PostgresSettings withBinaries(Path other) {
        return new PostgresSettings(directory, port, durable, maxConnections, serverSettings, other);
    }

    private static void requireOpen(String name) {
        if (!NAME.matcher(name).matches() || OWN.contains(name)) {
            throw new IllegalArgumentException(
                    "The PostgreSQL setting \"%s\" is decided by the launcher or is no setting.".formatted(name));
        }
    }
}
