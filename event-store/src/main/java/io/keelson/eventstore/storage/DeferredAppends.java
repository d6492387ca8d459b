package io.keelson.eventstore.storage;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Events of the running transaction that are not written yet. Bound to its thread while it runs. */
final class DeferredAppends {
    private final List<EventMessage<?>> events = new ArrayList<>();
    private @Nullable Write write;

    /** How events are written into the running transaction. */
    interface Write {
        /**
         * Writes them, in their order.
         *
         * @param last whether nothing follows, so that the transaction may be committed in the same round trip
         */
        void write(List<EventMessage<?>> events, boolean last);
    }

    private record Key(DataSource dataSource) {}

    /** Those of the running transaction; null when it defers nothing. */
    static @Nullable DeferredAppends of(DataSource dataSource) {
        return (DeferredAppends) TransactionSynchronizationManager.getResource(new Key(dataSource));
    }

    static void bind(DataSource dataSource, DeferredAppends appends) {
        TransactionSynchronizationManager.bindResource(new Key(dataSource), appends);
    }

    static @Nullable DeferredAppends unbind(DataSource dataSource) {
        return (DeferredAppends) TransactionSynchronizationManager.unbindResourceIfPossible(new Key(dataSource));
    }

    void add(List<? extends EventMessage<?>> more, Write how) {
        events.addAll(more);
        write = how;
    }

    /** Writes what is left; afterwards nothing is. */
    void flush(boolean last) {
        Write how = write;
        if (how == null || events.isEmpty()) {
            return;
        }
        List<EventMessage<?>> all = List.copyOf(events);
        events.clear();
        how.write(all, last);
    }
}
