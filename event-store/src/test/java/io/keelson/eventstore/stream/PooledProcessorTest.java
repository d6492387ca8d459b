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
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final String ROWS = "SELECT number, times FROM counted ORDER BY number";

    private final TestNode node = TestNode.start();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
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
            .initialSegmentCount(2)
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
                .until(() -> processor.processingStatus().size() == 2);
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
