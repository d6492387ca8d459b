package io.keelson.eventstore.stream;

import io.keelson.eventstore.storage.EventPage;
import io.keelson.eventstore.storage.Positions;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import io.keelson.eventstore.storage.StoredEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the events. Far behind it reads the store on its own; once it has caught up it takes what the shared
 * tail brings, and goes back to the store when it is overtaken. Safe for several threads, since Axon's coordinator looks
 * from two.
 */
final class PostgresEventStream implements TrackingEventStream {
    private static final int FROM_TAIL = 200;
    // What was a hole in the first look is dead in the second or third, unless a writer is slow.
    private static final int LOOKS = 3;
    private static final long ASIDE_NANOS = Duration.ofMillis(100).toNanos();

    private final PostgresEventStorageEngine engine;
    private final TailReader reader;
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private GapAwareTrackingToken position;
    private OptionalLong tailEntry = OptionalLong.empty();
    private @Nullable Runnable callback;
    private volatile boolean closed;

    PostgresEventStream(PostgresEventStorageEngine engine, TailReader reader, GapAwareTrackingToken start) {
        this.engine = engine;
        this.reader = reader;
        this.position = start;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        prepare();
        return Optional.ofNullable(ready.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            // Noted before the look, so that what comes in between ends the waiting.
            long seen = reader.tail().next();
            if (prepare()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            reader.tail().await(seen, Math.min(left, ASIDE_NANOS));
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = take();
            if (next != null) {
                return next;
            }
            if (closed) {
                throw new IllegalStateException("The event stream is closed; nothing can be read from it any more.");
            }
            hasNextAvailable(1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized boolean setOnAvailableCallback(Runnable onAvailable) {
        forgetCallback();
        callback = onAvailable;
        reader.listen(onAvailable);
        onAvailable.run();
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        forgetCallback();
        ready.clear();
        reader.tail().awaken();
    }

    private void forgetCallback() {
        if (callback != null) {
            reader.forget(callback);
            callback = null;
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> take() {
        prepare();
        return ready.poll();
    }

    /** Whether a message is ready, after looking for one if needed. */
    private synchronized boolean prepare() {
        int looks = 0;
        boolean worthALook = true;
        while (ready.isEmpty() && worthALook && !closed) {
            if (tailEntry.isPresent()) {
                worthALook = followTail(tailEntry.getAsLong());
            } else {
                looks++;
                worthALook = readStore() || looks < LOOKS;
            }
        }
        return !ready.isEmpty();
    }

    /** Whether another look may bring more at once. */
    private boolean followTail(long number) {
        List<TailEntry> entries = reader.tail().from(number, FROM_TAIL);
        if (entries == null) {
            tailEntry = OptionalLong.empty();
            return true;
        }
        entries.forEach(entry -> accept(entry.event(), entry.settled()));
        tailEntry = OptionalLong.of(number + entries.size());
        if (entries.isEmpty()) {
            reader.requireHealth();
        }
        return !entries.isEmpty();
    }

    /** Whether another look may bring more at once. */
    private boolean readStore() {
        EventPage page = engine.read(position, engine.batchSize());
        page.events().forEach(event -> accept(event, page.settled()));
        position = position.withGapsTruncatedAt(page.settled());
        if (!page.full()) {
            tailEntry = reader.tail().entryAfter(position);
        }
        return page.full() || tailEntry.isPresent();
    }

    private void accept(StoredEvent event, long settled) {
        if (Positions.covers(position, event.index())) {
            return;
        }
        position = Positions.advance(position, settled, event.index());
        event.messages().forEach(message -> ready.add(message.withTrackingToken(position)));
    }
}
