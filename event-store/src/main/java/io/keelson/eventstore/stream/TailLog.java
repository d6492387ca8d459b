package io.keelson.eventstore.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the store in memory, shared by all streams of this JVM. Entries are numbered from 0 in the order
 * of their arrival; the oldest make room for new ones, so a slow reader keeps nothing alive.
 */
final class TailLog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final @Nullable TailEntry[] ring;
    private @Nullable GapAwareTrackingToken before;
    private long next;

    TailLog(int capacity) {
        ring = new TailEntry[capacity];
    }

    /** Where the tail reader goes on; null until {@link #start}. */
    @Nullable
    GapAwareTrackingToken position() {
        lock.lock();
        try {
            return positionBefore(next);
        } finally {
            lock.unlock();
        }
    }

    /** Number of the entry to come. */
    long next() {
        lock.lock();
        try {
            return next;
        } finally {
            lock.unlock();
        }
    }

    void start(GapAwareTrackingToken position) {
        lock.lock();
        try {
            before = position;
        } finally {
            lock.unlock();
        }
    }

    void append(List<TailEntry> entries) {
        lock.lock();
        try {
            for (TailEntry entry : entries) {
                TailEntry oldest = ring[slot(next)];
                if (oldest != null) {
                    before = oldest.after();
                }
                ring[slot(next)] = entry;
                next++;
            }
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The entry from which on a stream at {@code position} misses nothing; empty while it must read the store itself. */
    OptionalLong entryAfter(GapAwareTrackingToken position) {
        lock.lock();
        try {
            for (long number = next; number >= oldest(); number--) {
                GapAwareTrackingToken passed = positionBefore(number);
                if (passed != null && position.covers(passed)) {
                    return OptionalLong.of(number);
                }
            }
            return OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /** At most {@code limit} entries from {@code number} on, or null when they are gone already. */
    @Nullable
    List<TailEntry> from(long number, int limit) {
        lock.lock();
        try {
            if (number < oldest()) {
                return null;
            }
            List<TailEntry> entries = new ArrayList<>();
            for (long entry = number; entry < next && entries.size() < limit; entry++) {
                entries.add(entry(entry));
            }
            return entries;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are entries from {@code number} on, or the time is over. */
    void await(long number, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (next <= number && left > 0) {
                left = appended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets all that wait look again. */
    void awaken() {
        append(List.of());
    }

    private @Nullable GapAwareTrackingToken positionBefore(long number) {
        return number == oldest() ? before : entry(number - 1).after();
    }

    private long oldest() {
        return Math.max(0, next - ring.length);
    }

    private TailEntry entry(long number) {
        TailEntry entry = ring[slot(number)];
        if (entry == null) {
            throw new IllegalStateException("Entry %d was never appended.".formatted(number));
        }
        return entry;
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }
}
