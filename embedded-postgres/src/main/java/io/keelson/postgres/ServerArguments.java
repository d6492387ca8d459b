package io.keelson.postgres;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings on the server's command line. They win over every file, and their digest is the server's {@code
 * cluster_name}, so a running server says itself whether it runs with these settings.
 */
final class ServerArguments {
    private static final int DIGEST_LETTERS = 32;

    private final Path data;
    private final Map<String, String> settings;

    ServerArguments(PostgresSettings wanted, ClusterDirectory directory, PostgresBinaries binaries, int port) {
        this.data = directory.data();
        Map<String, String> chosen = new TreeMap<>(Map.of(
                "timezone", "UTC",
                "log_timezone", "UTC",
                "password_encryption", "scram-sha-256",
                // Failed statements may hold secrets and personal data, so they stay out of the log.
                "log_min_messages", "log",
                "log_min_error_statement", "panic",
                "log_error_verbosity", "terse",
                "log_checkpoints", "off",
                // A queue of a million jobs stays in memory and meets no checkpoint half-way.
                "shared_buffers", "256MB",
                "max_wal_size", "2GB"));
        chosen.putAll(wanted.serverSettings());
        String durable = wanted.durable() ? "on" : "off";
        chosen.put("fsync", durable);
        chosen.put("synchronous_commit", durable);
        chosen.put("full_page_writes", durable);
        chosen.put("listen_addresses", "127.0.0.1");
        chosen.put("port", Integer.toString(port));
        chosen.put("max_connections", Integer.toString(wanted.maxConnections()));
        chosen.put(
                "unix_socket_directories",
                directory.sockets().map(Path::toString).orElse(""));
        chosen.put("cluster_name", "keelson-" + digest(binaries.name() + chosen));
        this.settings = Map.copyOf(chosen);
    }

    /** Name under which a server with exactly these settings and programs runs. */
    String clusterName() {
        return settings.getOrDefault("cluster_name", "");
    }

    List<String> words() {
        List<String> words = new ArrayList<>(List.of("-D", data.toString()));
        settings.forEach((name, value) -> {
            words.add("-c");
            words.add(name + "=" + value);
        });
        return words;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
