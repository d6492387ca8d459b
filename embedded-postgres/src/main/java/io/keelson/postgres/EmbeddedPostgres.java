package io.keelson.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in a directory of its own, for one control plane and the instances beside it. It listens on
 * 127.0.0.1 only, asks everybody for a password, and keeps every acknowledged commit over {@code kill -9}.
 *
 * <p>The server is a process of its own and outlives a launcher that dies without {@link #close()}. The next start
 * recognises it by process number, start time, data directory and password. If it runs with the settings now wanted it
 * is taken over, because instances may be using it; otherwise it is stopped and started anew, so that a changed setting
 * is never silently ignored. A server that is not ours is never used.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "keelson";

    private final DirectoryLock lock;
    private final PostgresAddress address;
    private final PostmasterWatch watch;

    private EmbeddedPostgres(DirectoryLock lock, PostgresAddress address, PostmasterWatch watch) {
        this.lock = lock;
        this.address = address;
        this.watch = watch;
    }

    /**
     * Starts the server, making its cluster at the first call, and returns when it takes connections. From then on a
     * server that dies is started again.
     *
     * @throws PostgresStartException when the directory is in use or cannot be written, the port is taken, or the server
     *     does not start
     */
    public static EmbeddedPostgres start(PostgresSettings settings) {
        long began = System.nanoTime();
        ClusterDirectory directory = ClusterDirectory.below(settings.directory());
        DirectoryLock lock = DirectoryLock.acquire(directory);
        boolean started = false;
        try {
            EmbeddedPostgres server = start(settings, directory, lock);
            started = true;
            LOG.info("PostgreSQL takes connections at {} after {} ms", server.address, millisSince(began));
            return server;
        } catch (IOException | SQLException failure) {
            throw new PostgresStartException(
                    "PostgreSQL cannot be started in %s: %s".formatted(directory.root(), failure.getMessage()),
                    failure);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** The database of the control plane, with the superuser's credentials. */
    public PostgresAddress address() {
        return address;
    }

    /** Number of the server's process; it changes when the server had to be started again. */
    public long pid() {
        return watch.server().pid();
    }

    /**
     * Ends looking after the server but lets it run, because others still use it; the next {@link #start} takes it over.
     * Calling it twice, or after {@link #close()}, does nothing more.
     */
    public void leave() {
        watch.end();
        lock.close();
    }

    /** Stops the server within about 20 s, cutting open sessions. Calling it twice does nothing more. */
    @Override
    public void close() {
        watch.close();
        lock.close();
    }

    private static EmbeddedPostgres start(PostgresSettings settings, ClusterDirectory directory, DirectoryLock lock)
            throws IOException, SQLException {
        PostgresBinaries binaries =
                PostgresBinaries.unpackedIn(settings.binaries() == null ? directory.root() : settings.binaries());
        PostgresCommand command = new PostgresCommand(binaries, directory);
        String password = directory.password();
        Cluster.make(directory, command, settings.durable());
        int port = PortChoice.of(settings, directory);
        PostgresAddress address = new PostgresAddress("127.0.0.1", port, DATABASE, Cluster.SUPERUSER, password);
        ServerArguments arguments = new ServerArguments(settings, directory, binaries, port);
        Postmaster postmaster = new Postmaster(directory, command, arguments, address);
        ProcessHandle server = postmaster.start();
        try {
            ControlDatabase.ensure(address);
        } catch (SQLException refused) {
            postmaster.stop(server);
            throw refused;
        }
        return new EmbeddedPostgres(lock, address, PostmasterWatch.over(postmaster, server));
    }

    private static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
