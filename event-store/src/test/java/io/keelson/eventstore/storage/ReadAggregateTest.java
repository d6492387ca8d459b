package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAggregateTest {
    private final TestNode node = TestNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void theNewestSnapshotComesFirstAndThenTheEventsAfterIt() {
        node.engine.appendEvents(
                List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2), TestEvents.event("a", 2, 3)));
        node.engine.storeSnapshot(TestEvents.event("a", 0, 10));
        node.engine.storeSnapshot(TestEvents.event("a", 1, 11));

        assertThat(read("a")).containsExactly(11, 3);
    }

    @Test
    void aLongHistoryIsReadToItsEnd() {
        List<? extends DomainEventMessage<?>> events = IntStream.range(0, 2_001)
                .mapToObj(number -> TestEvents.event("a", number, number))
                .toList();
        node.engine.appendEvents(events);

        assertThat(read("a")).isEqualTo(TestEvents.numbers(events));
    }

    @Test
    void theSequenceGoesOnAfterTheLastEventOrTheSnapshot() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2)));
        assertThat(lastSequenceNumber("a")).isEqualTo(1);

        node.engine.storeSnapshot(TestEvents.event("a", 1, 11));
        assertThat(lastSequenceNumber("a")).isEqualTo(1);
        assertThat(read("nobody")).isEmpty();
    }

    private List<Integer> read(String aggregate) {
        return node.transaction().execute(_ -> node.engine
                .readAggregate(aggregate, true)
                .asStream()
                .map(TestEvents::number)
                .toList());
    }

    private Long lastSequenceNumber(String aggregate) {
        DomainEventStream stream = node.engine.readAggregate(aggregate, false);
        stream.forEachRemaining(_ -> {});
        return stream.getLastSequenceNumber();
    }
}
