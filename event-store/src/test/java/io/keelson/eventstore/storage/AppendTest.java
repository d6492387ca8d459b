package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendTest {
    private final TestNode node = TestNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aSecondEventWithTheSameSequenceNumberIsAConflict() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2)));

        assertThatThrownBy(() -> node.engine.appendEvents(List.of(TestEvents.event("a", 1, 3))))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aSecondFirstEventIsACreationConflict() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1)));

        assertThatThrownBy(() -> node.engine.appendEvents(List.of(TestEvents.event("a", 0, 2))))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void theConflictNamesTheEventThatWasNotTheFirstOfItsBatch() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2)));

        assertThatThrownBy(() ->
                        node.engine.appendEvents(List.of(TestEvents.event("b", 0, 3), TestEvents.event("a", 1, 4))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("aggregate [a] at sequence [1]");
    }

    @Test
    void whatIsStoredCanBeReadInSql() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1).andMetaData(Map.of("actorId", "local-operator"))));

        Map<String, Object> row = node.jdbc()
                .sql("SELECT type, payload_type, payload_revision, payload, meta_data FROM event_store.domain_event")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("type", "Instance")
                .containsEntry("payload_type", "instance.activated")
                .containsEntry("payload_revision", "1")
                .containsEntry("meta_data", "{\"actorId\":\"local-operator\"}");
        assertThat(row.get("payload").toString()).contains("\"url\":\"http://127.0.0.1/1\"");
    }

    @Test
    void eventsOfOneBatchKeepTheirOrder() {
        List<? extends DomainEventMessage<?>> events = IntStream.range(0, 50)
                .mapToObj(number -> TestEvents.event("a", number, number))
                .toList();
        node.engine.appendEvents(events);

        assertThat(TestEvents.numbers(node.engine.readEvents(null, false).toList()))
                .isEqualTo(TestEvents.numbers(events));
        assertThat(node.engine.readEvents("a").asStream().map(TestEvents::number))
                .isEqualTo(TestEvents.numbers(events));
        assertThat(node.engine.lastSequenceNumberFor("a")).contains(49L);
    }

    @Test
    void anEventOfNoAggregateComesBackWithoutOne() {
        node.engine.appendEvents(List.of(GenericEventMessage.asEventMessage(TestEvents.payload(1))));

        TrackedEventMessage<?> read =
                node.engine.readEvents(null, false).findFirst().orElseThrow();
        assertThat(read).isNotInstanceOf(DomainEventMessage.class);
        assertThat(TestEvents.number(read)).isEqualTo(1);
    }

    @Test
    void aNewSnapshotReplacesTheOldOneAndTheSameOneTwiceIsNoError() {
        node.engine.appendEvents(List.of(TestEvents.event("a", 0, 1), TestEvents.event("a", 1, 2)));
        node.engine.storeSnapshot(TestEvents.event("a", 0, 10));
        node.engine.storeSnapshot(TestEvents.event("a", 1, 11));
        node.engine.storeSnapshot(TestEvents.event("a", 1, 12));

        assertThat(node.engine.readSnapshot("a").map(TestEvents::number)).contains(11);
    }
}
