package io.keelson.eventstore.stream;

import io.keelson.eventstore.storage.EventPage;
import io.keelson.eventstore.storage.Positions;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import io.keelson.eventstore.storage.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this JVM that follows the end of the store. It looks when it is woken, and once per poll interval in
 * case a wake-up was lost. While the database is away it keeps trying and goes on where it was.
 */
final class TailReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TailReader.class);
    private static final int CAPACITY = 4096;
    private static final int PAGE = 500;
    private static final Duration WHILE_HELD_BACK = Duration.ofMillis(5);
    /** Looks that were asked for while the one before was under way, one after the other: the store is busy. */
    private static final int BUSY = 4;

    private static final Duration WHILE_BUSY = Duration.ofMillis(4);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final Duration poll;
    private final Duration patience;
    private final TailLog tail = new TailLog(CAPACITY);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
    private final Thread thread =
            Thread.ofPlatform().name("event-tail").daemon().unstarted(this::follow);
    private int hurried;
    private volatile @Nullable Outage outage;
    private volatile boolean closed;

    /**
     * @param poll how long to wait for a wake-up
     * @param patience how long an outage may last until streams report it
     */
    TailReader(PostgresEventStorageEngine engine, Duration poll, Duration patience) {
        this.engine = engine;
        this.poll = poll;
        this.patience = patience;
    }

    private record Outage(long sinceNanos, RuntimeException cause) {
        boolean isLongerThan(Duration limit) {
            return System.nanoTime() - sinceNanos > limit.toNanos();
        }
    }

    /** Starting twice does nothing more. */
    synchronized void start() {
        if (!closed && thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** There may be something new. */
    void wake() {
        boolean alreadyPending = !wakeUps.offer(Boolean.TRUE);
        if (alreadyPending) {
            log.trace("The tail reader is about to look anyway.");
        }
    }

    TailLog tail() {
        return tail;
    }

    /** Throws once nothing could be read for longer than the patience, so that a waiting processor does not take it for calm. */
    void requireHealth() {
        Outage current = outage;
        if (current != null && current.isLongerThan(patience)) {
            throw new EventStoreException("New events cannot be read for now; it is tried again.", current.cause());
        }
    }

    /** Calls {@code listener} after each append; it must return at once. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Ends the thread and waits for it. */
    @Override
    public synchronized void close() {
        closed = true;
        wake();
        tail.awaken();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (!closed) {
                Duration rest = lookSafely();
                if (rest.isPositive()) {
                    pace();
                    wakeUps.poll(rest.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a busy store one look serves the commits of some milliseconds; in a calm one each commit is looked at at once. */
    private void pace() throws InterruptedException {
        hurried = wakeUps.isEmpty() ? 0 : hurried + 1;
        if (hurried >= BUSY) {
            Thread.sleep(WHILE_BUSY);
        }
    }

    /** Answers how long to rest before the next look, unless woken. */
    private Duration lookSafely() throws InterruptedException {
        try {
            Duration rest = look();
            if (outage != null) {
                outage = null;
                log.info("New events are read again.");
            }
            return rest;
        } catch (RuntimeException failure) {
            if (outage == null) {
                log.warn("New events cannot be read; tried again until it works.", failure);
                outage = new Outage(System.nanoTime(), failure);
            }
            Thread.sleep(AFTER_FAILURE);
            return Duration.ZERO;
        }
    }

    private Duration look() {
        GapAwareTrackingToken position = tail.position();
        if (position == null) {
            tail.start(Positions.of(engine.createHeadToken()));
            awakenListeners();
            return Duration.ZERO;
        }
        EventPage page = engine.read(position, PAGE);
        if (!page.events().isEmpty()) {
            tail.append(entries(position, page));
            awakenListeners();
        }
        if (page.full()) {
            return Duration.ZERO;
        }
        // A rollback tells nobody, so what is held back is looked at again soon.
        return page.heldBack() ? WHILE_HELD_BACK : poll;
    }

    private static List<TailEntry> entries(GapAwareTrackingToken position, EventPage page) {
        List<TailEntry> entries = new ArrayList<>();
        GapAwareTrackingToken after = position;
        long last = page.events().getLast().index();
        for (StoredEvent event : page.events()) {
            after = Positions.advance(after, page.settled(), event.index());
            entries.add(new TailEntry(event, page.settled(), event.index() == last ? after : null));
        }
        return entries;
    }

    private void awakenListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                log.debug("A stopped event processor could not be woken.", failure);
            }
        }
    }
}
