package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import io.keelson.eventstore.processing.ProcessorStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class PooledProcessorTest {
    private static final Logger log = LoggerFactory.getLogger(PooledProcessorTest.class);
    private static final int SAMPLES = 60;
    private static final int REPLAYED = 2000;
    private static final int SEGMENTS = 4;
    private static final int WRITERS = 3;
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long SEED = Long.getLong("keelson.seed", System.nanoTime());
    private static final String ROWS = "SELECT number, times FROM counted ORDER BY number";

    private final TestNode node = TestNode.start(TestNode.NAMES, Duration.ofSeconds(5));
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final BlockingQueue<Integer> committed = new ArrayBlockingQueue<>(10_000);
    private final PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
            .name("counting")
            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                    .eventHandlers(List.of(new Counting()))
                    .build())
            .messageSource(node.store)
            .tokenStore(new ProcessorStores(node.pool, node.transactions, node.serializers).tokens(UUID.randomUUID()))
            .transactionManager(node.transactions)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .errorHandler(PropagatingErrorHandler.instance())
            .coordinatorExecutor(threads)
            .workerExecutor(threads)
            .initialSegmentCount(SEGMENTS)
            .batchSize(100)
            .build();

    private final class Counting {
        @EventHandler
        void on(InstanceActivated event) {
            int number = Integer.parseInt(event.url().substring(event.url().lastIndexOf('/') + 1));
            node.jdbc()
                    .sql(
                            "INSERT INTO counted VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET times = counted.times + 1")
                    .param(number)
                    .update();
            CurrentUnitOfWork.get().afterCommit(_ -> committed.add(number));
        }
    }

    @BeforeEach
    void start() {
        node.jdbc()
                .sql("CREATE TABLE counted (number int PRIMARY KEY, times int NOT NULL)")
                .update();
    }

    @AfterEach
    void stop() {
        processor.shutDown();
        node.close();
        threads.shutdownNow();
    }

    @Test
    void aLocalCommitIsProjectedAtOnce() throws Exception {
        processor.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> processor.processingStatus().size() == SEGMENTS);
        List<Long> micros = new ArrayList<>();
        for (int number = 0; number < SAMPLES; number++) {
            node.store.publish(TestEvents.event(number));
            long start = System.nanoTime();
            assertThat(committed.poll(10, TimeUnit.SECONDS)).isEqualTo(number);
            micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        }
        Collections.sort(micros);
        log.info("one hop: p50 {} us, slowest {} us", micros.get(SAMPLES / 2), micros.getLast());
        assertThat(micros.get(SAMPLES / 2)).isLessThan(Duration.ofMillis(20).toNanos() / 1000);
    }

    @Test
    void aResetReplaysToTheSameRows() {
        for (int first = 0; first < REPLAYED; first += 100) {
            node.store.publish(IntStream.range(first, first + 100)
                    .mapToObj(TestEvents::event)
                    .toList());
        }
        processor.start();
        awaitRows();
        List<?> live = node.jdbc().sql(ROWS).query().listOfRows();

        processor.shutDown();
        node.jdbc().sql("TRUNCATE counted").update();
        processor.resetTokens("rebuilt for the test");
        processor.start();
        awaitRows();

        assertThat(node.jdbc().sql(ROWS).query().listOfRows()).isEqualTo(live);
        node.store.publish(TestEvents.event(REPLAYED));
        await().atMost(Duration.ofSeconds(10)).until(() -> rows() == REPLAYED + 1);
    }

    @Test
    void restartsBetweenHolesNeitherLoseNorRepeatAnEvent() throws Exception {
        log.info("keelson.seed={}", SEED);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer * REPLAYED;
            Random random = new Random(SEED + writer);
            writers.add(threads.submit(() -> write(random, first)));
        }
        for (int restart = 1; restart <= 5; restart++) {
            int enough = restart * REPLAYED / 6;
            processor.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> rows() >= enough);
            processor.shutDown();
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        processor.start();

        await().atMost(Duration.ofSeconds(60)).until(() -> rows() == WRITERS * REPLAYED);
        assertThat(node.jdbc()
                        .sql("SELECT max(times) FROM counted")
                        .query(Integer.class)
                        .single())
                .as("seed %d", SEED)
                .isEqualTo(1);
    }

    private void write(Random random, int first) {
        for (int number = first; number < first + REPLAYED; number++) {
            if (random.nextInt(10) == 0) {
                append(number, 0, true);
            }
            append(number, random.nextInt(100) == 0 ? PAUSE_NANOS : 0, false);
        }
    }

    private void append(int number, long pauseNanos, boolean rollBack) {
        node.transaction().executeWithoutResult(status -> {
            node.store.publish(TestEvents.event(number));
            LockSupport.parkNanos(pauseNanos);
            if (rollBack) {
                status.setRollbackOnly();
            }
        });
    }

    private void awaitRows() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rows() == REPLAYED);
    }

    private int rows() {
        return node.jdbc()
                .sql("SELECT count(*) FROM counted")
                .query(Integer.class)
                .single();
    }
}
