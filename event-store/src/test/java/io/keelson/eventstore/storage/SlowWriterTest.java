package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The two steps of AxonFramework issue 4829: both events are old, and the one with the lower index commits last. */
class SlowWriterTest {
    private static final Instant LONG_AGO = Instant.now().minus(1, ChronoUnit.DAYS);

    private final TestNode slow = TestNode.start();
    private final TestNode fast = slow.sibling();
    private TransactionStatus unfinished;

    @BeforeEach
    void aSlowWriterHoldsTheLowerIndex() {
        unfinished = slow.springTransactions.getTransaction(new DefaultTransactionDefinition());
        slow.engine.appendEvents(List.of(TestEvents.eventAt(LONG_AGO, 1)));
        fast.engine.appendEvents(List.of(TestEvents.eventAt(LONG_AGO, 2)));
    }

    @AfterEach
    void stop() {
        fast.close();
        slow.close();
    }

    @Test
    void aStreamThatPassedTheHoleStillGetsTheSlowEvent() throws Exception {
        try (TrackingEventStream stream = fast.store.openStream(null)) {
            assertThat(TestEvents.numbers(TestEvents.drain(stream, 500))).containsExactly(2);

            slow.springTransactions.commit(unfinished);

            assertThat(TestEvents.numbers(TestEvents.drain(stream, 2000))).containsExactly(1);
        }
    }

    @Test
    void aReaderThatWasRestartedInBetweenStillGetsTheSlowEvent() {
        TrackingToken token = onlyEvent(fast, null).trackingToken();
        SerializedObject<String> stored = fast.serializers.general().serialize(token, String.class);

        slow.springTransactions.commit(unfinished);

        try (TestNode restarted = slow.sibling()) {
            TrackingToken restored = restarted.serializers.general().deserialize(stored);
            assertThat(TestEvents.number(onlyEvent(restarted, restored))).isEqualTo(1);
        }
    }

    @Test
    void aRolledBackEventIsGivenUpAndTheTokenForgetsItsHole() {
        TrackingToken atHole = onlyEvent(fast, null).trackingToken();
        assertThat(Positions.of(atHole).getGaps()).containsExactly(1L);
        slow.springTransactions.rollback(unfinished);

        fast.engine.appendEvents(List.of(TestEvents.event(3)));

        assertThat(Positions.of(onlyEvent(fast, atHole).trackingToken()).getGaps())
                .isEmpty();
    }

    private static TrackedEventMessage<?> onlyEvent(TestNode node, TrackingToken after) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            node.engine.readEvents(after, false).forEach(events::add);
            return !events.isEmpty();
        });
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
