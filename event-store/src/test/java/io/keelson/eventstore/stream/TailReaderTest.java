package io.keelson.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailReaderTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final TestNode node = TestNode.start();
    private final TailReader reader = new TailReader(node.engine, Duration.ofMillis(50), Duration.ofMillis(200));

    @AfterEach
    void stop() {
        reader.close();
        node.close();
    }

    @Test
    void theFallbackPollFindsWhatNobodyAnnounced() {
        reader.start();
        await().atMost(BOUND).until(() -> reader.tail().position() != null);

        node.engine.appendEvents(List.of(TestEvents.event(1)));

        await().atMost(BOUND).until(() -> reader.tail().next() == 1);
    }

    @Test
    void aLongOutageIsReportedAndItsEndIsNoticed() {
        reader.start();
        await().atMost(BOUND).until(() -> reader.tail().position() != null);
        assertThatNoException().isThrownBy(reader::requireHealth);

        node.jdbc().sql("ALTER TABLE event_store.domain_event RENAME TO hidden").update();
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(failureOf(reader)).isInstanceOf(EventStoreException.class));
        node.jdbc().sql("ALTER TABLE event_store.hidden RENAME TO domain_event").update();

        await().atMost(BOUND).until(() -> failureOf(reader) == null);
        node.engine.appendEvents(List.of(TestEvents.event(1)));
        await().atMost(BOUND).until(() -> reader.tail().next() == 1);
    }

    private static RuntimeException failureOf(TailReader reader) {
        try {
            reader.requireHealth();
            return null;
        } catch (EventStoreException failure) {
            return failure;
        }
    }
}
