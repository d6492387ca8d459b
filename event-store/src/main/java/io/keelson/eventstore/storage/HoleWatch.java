package io.keelson.eventstore.storage;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which holes in the index can still be filled. A hole is dead only when none of the writers of the moment it was
 * first seen is left, and a read after that found no event in it. What is known is kept in memory only; whatever is
 * forgotten counts as new, which is always safe. Safe for use by many threads.
 */
final class HoleWatch {
    private static final int CAPACITY = 100_000;

    private final Duration patience;
    private final Map<Long, Suspect> suspects = new Bounded<>();
    private final Map<Long, Boolean> dead = new Bounded<>();

    /** @param patience how long a reader waits before a hole that may still be filled */
    HoleWatch(Duration patience) {
        this.patience = patience;
    }

    private record Suspect(Set<String> writers, long sinceNanos) {
        Suspect when(Suspect seenNow) {
            if (seenNow.writers.containsAll(writers)) {
                return this;
            }
            Set<String> left = new HashSet<>(writers);
            left.retainAll(seenNow.writers);
            return new Suspect(left, sinceNanos);
        }
    }

    /** Those of {@code gaps} that may still be filled. */
    synchronized List<Long> open(Collection<Long> gaps) {
        return gaps.stream().filter(gap -> !dead.containsKey(gap)).toList();
    }

    /**
     * Notes the writers of this moment.
     *
     * @param gaps holes that the caller saw before it looked up the writers
     * @param writers transactions that hold the writer lock now
     * @return the holes that no writer is left for; one fresh read decides about them
     */
    synchronized Set<Long> abandoned(Collection<Long> gaps, Set<String> writers) {
        Set<Long> abandoned = new HashSet<>();
        Suspect now = new Suspect(writers, System.nanoTime());
        for (Long gap : gaps) {
            if (suspects.merge(gap, now, Suspect::when).writers().isEmpty()) {
                abandoned.add(gap);
            }
        }
        return abandoned;
    }

    /** Notes what the fresh read found: {@code empty} holes are dead, {@code filled} ones are none any more. */
    synchronized void decide(Collection<Long> empty, Collection<Long> filled) {
        empty.forEach(gap -> dead.put(gap, Boolean.TRUE));
        suspects.keySet().removeAll(empty);
        suspects.keySet().removeAll(filled);
    }

    /** Whether a reader should rather wait than pass this hole, or look again since another reader found it filled. */
    synchronized boolean isWorthWaiting(Long gap) {
        Suspect suspect = suspects.get(gap);
        return suspect == null || System.nanoTime() - suspect.sinceNanos() < patience.toNanos();
    }

    private static final class Bounded<V> extends LinkedHashMap<Long, V> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > CAPACITY;
        }
    }
}
