package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEventStreamTest {
    private static final int PATIENCE = 5000;
    private static final int BEYOND_THE_CACHE = 6000;

    private final TestNode node = TestNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void peekingTakesNothing() throws Exception {
        publish(1);
        try (TrackingEventStream stream = node.store.openStream(null)) {
            assertThat(stream.hasNextAvailable(PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(stream.peek().map(TestEvents::number)).contains(1);
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(1);
            assertThat(stream.peek()).isEmpty();
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void waitingEndsWithTheTimeOrWithTheFirstEvent() throws Exception {
        try (TrackingEventStream stream = node.store.openStream(null)) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            Thread publisher = Thread.ofPlatform().start(() -> publish(1));
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(1);
            publisher.join();
        }
    }

    @Test
    void theCallbackIsCalledForEachCommitButNotAfterTheStreamWasClosed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        TrackingEventStream stream = node.store.openStream(node.store.createHeadToken());
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
        TestEvents.drain(stream, 100);
        int before = calls.get();

        publish(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > before);
        stream.close();
        int after = calls.get();
        publish(2);
        try (TrackingEventStream other = node.store.openStream(null)) {
            assertThat(TestEvents.number(other.nextAvailable())).isEqualTo(1);
            assertThat(TestEvents.number(other.nextAvailable())).isEqualTo(2);
        }

        assertThat(calls).hasValue(after);
    }

    @Test
    void aClosedStreamSaysSo() {
        TrackingEventStream stream = node.store.openStream(null);
        stream.close();

        assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyStreamsSeeTheSameEventsInTheSameOrder() throws Exception {
        List<TrackingEventStream> streams = IntStream.range(0, 20)
                .mapToObj(_ -> node.store.openStream(null))
                .toList();
        List<Integer> expected = IntStream.range(0, 50).boxed().toList();
        expected.forEach(this::publish);

        for (TrackingEventStream stream : streams) {
            assertThat(take(stream, expected.size())).isEqualTo(expected);
            stream.close();
        }
    }

    @Test
    void aStreamThatFellBehindTheSharedTailReadsTheStoreItself() throws Exception {
        try (TrackingEventStream slow = node.store.openStream(null);
                TrackingEventStream quick = node.store.openStream(null)) {
            publish(0);
            assertThat(take(slow, 1)).containsExactly(0);
            assertThat(take(quick, 1)).containsExactly(0);
            for (int first = 1; first < BEYOND_THE_CACHE; first += 500) {
                publishAll(first, Math.min(first + 500, BEYOND_THE_CACHE));
            }
            List<Integer> expected =
                    IntStream.range(1, BEYOND_THE_CACHE).boxed().toList();
            assertThat(take(quick, expected.size())).isEqualTo(expected);
            assertThat(take(slow, expected.size())).isEqualTo(expected);
            publish(BEYOND_THE_CACHE);
            assertThat(take(slow, 1)).containsExactly(BEYOND_THE_CACHE);
        }
    }

    @Test
    void aStreamOpenedAtATokenGoesOnAfterIt() throws Exception {
        publishAll(0, 10);
        TrackingToken fourth;
        try (TrackingEventStream first = node.store.openStream(null)) {
            take(first, 3);
            fourth = first.nextAvailable().trackingToken();
        }
        try (TrackingEventStream second = node.store.openStream(fourth)) {
            assertThat(take(second, 6)).containsExactly(4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void nothingIsDeliveredBeforeALargerTransactionEnds() throws Exception {
        try (TrackingEventStream stream = node.store.openStream(null)) {
            node.transaction().executeWithoutResult(_ -> publish(1));
            long committed = System.nanoTime();
            assertThat(TestEvents.number(stream.nextAvailable())).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofMillis(500));
        }
    }

    private void publish(int number) {
        node.store.publish(TestEvents.event(number));
    }

    private void publishAll(int from, int to) {
        node.store.publish(IntStream.range(from, to).mapToObj(TestEvents::event).toList());
    }

    private static List<Integer> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        while (events.size() < count && stream.hasNextAvailable(PATIENCE, TimeUnit.MILLISECONDS)) {
            events.add(stream.nextAvailable());
        }
        return TestEvents.numbers(events);
    }
}
