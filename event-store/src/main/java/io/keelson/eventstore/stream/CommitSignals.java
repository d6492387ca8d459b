package io.keelson.eventstore.stream;

import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells other nodes that there are new events and hears it from them, by {@code NOTIFY} and {@code LISTEN} on two
 * connections of its own, never in a business transaction. A signal may be lost: it only saves waiting for the poll.
 */
public final class CommitSignals implements AutoCloseable {
    static final String CHANNEL = "keelson_events";

    private final String node = UUID.randomUUID().toString();
    private final DataSource connections;
    private final CommitAnnouncer announcer;
    private @Nullable CommitListener listener;

    /** @param connections gives two connections that are kept for good; best an unpooled source */
    public CommitSignals(DataSource connections) {
        this.connections = connections;
        this.announcer = new CommitAnnouncer(connections, node);
    }

    /** Calls {@code onRemoteCommit} after commits of other nodes. Only the first call counts. */
    synchronized void start(Runnable onRemoteCommit) {
        if (listener == null) {
            listener = new CommitListener(connections, node, onRemoteCommit);
            listener.start();
        }
    }

    /** Announces a commit soon; many calls within some milliseconds are one signal. */
    void announce() {
        announcer.announce();
    }

    @Override
    public synchronized void close() {
        if (listener != null) {
            listener.close();
        }
        announcer.close();
    }
}
