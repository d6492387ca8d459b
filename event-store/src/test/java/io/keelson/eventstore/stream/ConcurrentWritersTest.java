package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import io.keelson.eventstore.storage.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int BATCH = 5;
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();
    private static final int QUIET_MILLIS = 3000;
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final TestNode first = TestNode.start();
    private final TestNode second = first.sibling();
    private final AtomicInteger numbers = new AtomicInteger();
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
        List<Future<List<TrackedEventMessage<?>>>> readers = List.of(
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
        assertThat(stored).hasSizeGreaterThanOrEqualTo(EVENTS);
        for (Future<List<TrackedEventMessage<?>>> reader : readers) {
            List<TrackedEventMessage<?>> seen = reader.get(5, TimeUnit.MINUTES);
            Set<String> distinct =
                    seen.stream().map(TrackedEventMessage::getIdentifier).collect(Collectors.toSet());
            assertThat(seen).as("seen twice, seed %d", SEED).hasSize(distinct.size());
            assertThat(distinct).as("missing, seed %d", SEED).isEqualTo(stored);
            assertThat(first.engine
                            .read(Positions.of(seen.getLast().trackingToken()), 1)
                            .settled())
                    .as("holes left")
                    .isEqualTo(Positions.of(seen.getLast().trackingToken()).getIndex());
        }
    }

    private void write(TestNode node, Random random, CountDownLatch writing) {
        try {
            while (numbers.get() < EVENTS) {
                node.transaction().executeWithoutResult(status -> {
                    node.store.publish(IntStream.range(0, 1 + random.nextInt(BATCH))
                            .mapToObj(_ -> TestEvents.eventAt(LONG_AGO, numbers.get()))
                            .toList());
                    if (random.nextInt(400) == 0) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    if (random.nextInt(20) == 0) {
                        status.setRollbackOnly();
                    } else {
                        numbers.addAndGet(BATCH / 2);
                    }
                });
            }
        } finally {
            writing.countDown();
        }
    }

    private static List<TrackedEventMessage<?>> read(TestNode node, CountDownLatch writing)
            throws InterruptedException {
        List<TrackedEventMessage<?>> seen = new ArrayList<>();
        try (TrackingEventStream stream = node.store.openStream(null)) {
            boolean more = true;
            while (more) {
                boolean finished = writing.getCount() == 0;
                boolean available = stream.hasNextAvailable(finished ? QUIET_MILLIS : 50, TimeUnit.MILLISECONDS);
                if (available) {
                    seen.add(stream.nextAvailable());
                }
                more = available || !finished;
            }
        }
        return seen;
    }

    private Set<String> stored() {
        return Set.copyOf(first.jdbc()
                .sql("SELECT event_identifier FROM event_store.domain_event")
                .query(String.class)
                .list());
    }
}
