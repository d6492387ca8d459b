package io.keelson.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Names of everything the server keeps below {@code <directory>/postgres}. */
final class ClusterDirectory {
    private static final int PASSWORD_BYTES = 24;
    private static final int LONGEST_SOCKET_PATH = 107;
    private static final String LONGEST_SOCKET_NAME = "/.s.PGSQL.65535";

    private final Path root;

    private ClusterDirectory(Path root) {
        this.root = root;
    }

    static ClusterDirectory below(Path directory) {
        return new ClusterDirectory(
                PrivateFiles.directory(directory.toAbsolutePath().resolve("postgres")));
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path port() {
        return root.resolve("port");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /**
     * Where the server puts its Unix socket, or nothing when the path would be longer than the 107 bytes that the
     * system takes. Everybody uses TCP anyway.
     */
    Optional<Path> sockets() {
        Path sockets = root.resolve("socket");
        int length = (sockets + LONGEST_SOCKET_NAME).getBytes(StandardCharsets.UTF_8).length;
        return length > LONGEST_SOCKET_PATH ? Optional.empty() : Optional.of(PrivateFiles.directory(sockets));
    }

    /** Removes sockets and their lock files; only while no server runs. */
    void clearSockets() {
        PrivateFiles.deleteTree(root.resolve("socket"));
        sockets();
    }

    /**
     * The superuser's password. It is drawn and kept before the cluster is made, so a crash between the two leaves a
     * password without a cluster and never a cluster without its password.
     */
    String password() throws IOException {
        Optional<String> kept = PrivateFiles.read(passwordFile());
        if (kept.isPresent()) {
            return kept.get();
        }
        if (Files.exists(data())) {
            throw new PostgresStartException(
                    "The password file %s is gone, but its cluster %s is there. Put the file back from a backup."
                            .formatted(passwordFile(), data()));
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        PrivateFiles.write(passwordFile(), password);
        return password;
    }
}
