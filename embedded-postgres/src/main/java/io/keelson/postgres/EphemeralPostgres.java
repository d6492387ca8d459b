package io.keelson.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A throw-away server for tests: one per JVM, or two, without waiting for the disk, gone when the JVM ends. What a killed JVM
 * left behind is removed by the next one.
 */
public final class EphemeralPostgres {
    private static final int CONNECTIONS = 100;
    private static final String DIRECTORY = "test-";
    private static final Map<String, String> SMALL = Map.of(
            "shared_buffers", "32MB",
            "io_method", "sync",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_wal_size", "2GB");

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private EphemeralPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server of this JVM, started by the first call. */
    public static EphemeralPostgres shared() {
        return Holder.SHARED;
    }

    /** A second server of this JVM, which shares nothing with the first, started by the first call. */
    public static EphemeralPostgres another() {
        return AnotherHolder.ANOTHER;
    }

    /** Makes an empty database that no other caller has. */
    public EphemeralDatabase newDatabase() {
        EphemeralDatabase admin = new EphemeralDatabase(server.address());
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE template0".formatted(name));
        } catch (SQLException failure) {
            throw new PostgresStartException("The database %s cannot be made.".formatted(name), failure);
        }
        return new EphemeralDatabase(server.address().withDatabase(name));
    }

    private static EphemeralPostgres start() {
        Path home = home();
        return alone(home, () -> {
            removeLeftovers(home);
            return new EphemeralPostgres(startIn(Files.createTempDirectory(home, DIRECTORY), home));
        });
    }

    /**
     * One JVM at a time, else a directory that another one has just made would look abandoned, and one that it is just
     * removing would vanish under us.
     */
    private static synchronized <T> T alone(Path home, Deed<T> deed) {
        try (FileChannel gate =
                        FileChannel.open(home.resolve("gate"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = gate.lock()) {
            return deed.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @FunctionalInterface
    private interface Deed<T> {
        T run() throws IOException;
    }

    /** Where the programs lie for all test runs of this user. */
    static Path home() {
        String user = System.getProperty("user.name").replaceAll("\\W", "_");
        return PrivateFiles.directory(Path.of(System.getProperty("java.io.tmpdir"), "keelson-postgres-" + user));
    }

    private static EmbeddedPostgres startIn(Path directory, Path home) {
        EmbeddedPostgres server = EmbeddedPostgres.start(PostgresSettings.in(directory)
                .withDurable(false)
                .withMaxConnections(CONNECTIONS)
                .withServerSettings(SMALL)
                .withBinaries(home));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            server.close();
            alone(home, () -> {
                PrivateFiles.deleteTree(directory);
                return directory;
            });
        }));
        return server;
    }

    private static void removeLeftovers(Path home) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, DIRECTORY + "*")) {
            for (Path leftover : leftovers) {
                removeIfAbandoned(leftover);
            }
        }
    }

    private static void removeIfAbandoned(Path leftover) {
        ClusterDirectory directory = ClusterDirectory.below(leftover);
        Optional<DirectoryLock> lock = DirectoryLock.tryAcquire(directory);
        if (lock.isEmpty()) {
            return;
        }
        try (DirectoryLock _ = lock.get()) {
            ClusterProcesses.end(place -> place.startsWith(directory.root()));
            PrivateFiles.deleteTree(leftover);
        }
    }

    private static final class AnotherHolder {
        private static final EphemeralPostgres ANOTHER = start();
    }

    private static final class Holder {
        private static final EphemeralPostgres SHARED = start();
    }
}
