package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import io.keelson.eventstore.storage.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Eight writers on two nodes; one transaction in twenty is rolled back, some pause long before they commit, and all
 * events claim to be old. {@code -Dkeelson.events=100000} makes it longer, {@code -Dkeelson.seed} repeats a run.
 */
class ConcurrentWritersTest {
    private static final Logger log = LoggerFactory.getLogger(ConcurrentWritersTest.class);
    private static final int EVENTS = Integer.getInteger("keelson.events", 20_000);
    private static final long SEED = Long.getLong("keelson.seed", System.nanoTime());
    private static final int WRITERS = 8;
    private static final int LARGEST_BATCH = 5;
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();
    private static final int QUIET_MILLIS = 3000;
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final TestNode first = TestNode.start();
    private final TestNode second = first.sibling();
    private final AtomicInteger written = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        second.close();
        first.close();
    }

    @Test
    void noReaderMissesAnEventOrSeesOneTwice() throws Exception {
        log.info("keelson.seed={} keelson.events={}", SEED, EVENTS);
        CountDownLatch writing = new CountDownLatch(WRITERS);
        List<Future<Seen>> readers = List.of(
                threads.submit(() -> read(first, writing)),
                threads.submit(() -> read(second, writing)),
                threads.submit(() -> read(second, writing)));
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            TestNode node = writer % 2 == 0 ? first : second;
            Random random = new Random(SEED + writer);
            writers.add(threads.submit(() -> write(node, random, writing)));
        }
        for (Future<?> writer : writers) {
            writer.get(5, TimeUnit.MINUTES);
        }

        Set<String> stored = stored();
        assertThat(stored).hasSize(written.get());
        for (Future<Seen> reader : readers) {
            Seen seen = reader.get(5, TimeUnit.MINUTES);
            Set<String> distinct = new HashSet<>(seen.identifiers());
            assertThat(seen.identifiers()).as("seen twice, seed %d", SEED).hasSize(distinct.size());
            assertThat(distinct).as("missing, seed %d", SEED).isEqualTo(stored);
            assertThat(first.engine.read(seen.position(), 1).settled())
                    .as("holes left")
                    .isEqualTo(seen.position().getIndex());
        }
    }

    private record Seen(List<String> identifiers, GapAwareTrackingToken position) {}

    private void write(TestNode node, Random random, CountDownLatch writing) {
        try {
            while (written.get() < EVENTS) {
                node.transaction().executeWithoutResult(status -> {
                    int count = 1 + random.nextInt(LARGEST_BATCH);
                    node.store.publish(IntStream.range(0, count)
                            .mapToObj(number -> TestEvents.eventAt(LONG_AGO, number))
                            .toList());
                    if (random.nextInt(400) == 0) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    if (random.nextInt(20) == 0) {
                        status.setRollbackOnly();
                    } else {
                        written.addAndGet(count);
                    }
                });
            }
        } finally {
            writing.countDown();
        }
    }

    private static Seen read(TestNode node, CountDownLatch writing) throws InterruptedException {
        List<String> identifiers = new ArrayList<>();
        GapAwareTrackingToken position = Positions.START;
        try (TrackingEventStream stream = node.store.openStream(null)) {
            boolean more = true;
            while (more) {
                boolean finished = writing.getCount() == 0;
                more = stream.hasNextAvailable(finished ? QUIET_MILLIS : 50, TimeUnit.MILLISECONDS);
                if (more) {
                    TrackedEventMessage<?> event = stream.nextAvailable();
                    identifiers.add(event.getIdentifier());
                    position = Positions.of(event.trackingToken());
                }
                more |= !finished;
            }
        }
        return new Seen(identifiers, position);
    }

    private Set<String> stored() {
        return Set.copyOf(first.jdbc()
                .sql("SELECT event_identifier FROM event_store.domain_event")
                .query(String.class)
                .list());
    }
}
