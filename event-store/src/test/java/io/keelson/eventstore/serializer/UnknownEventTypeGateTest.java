package io.keelson.eventstore.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import io.keelson.fixture.PartnerFixtures;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnknownEventTypeGateTest {
    private final TestNode node = TestNode.start();
    private final UnknownEventTypeGate gate = new UnknownEventTypeGate(node.pool, TestNode.NAMES);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anEmptyStoreAndKnownEventsPass() {
        assertThatCode(gate::check).doesNotThrowAnyException();
        node.engine.appendEvents(
                List.of(TestEvents.event(1), GenericEventMessage.asEventMessage(PartnerFixtures.partnerRegistered())));
        assertThatCode(gate::check).doesNotThrowAnyException();
    }

    @Test
    void everyUnknownTypeIsNamed() {
        node.engine.appendEvents(
                List.of(TestEvents.event(1), GenericEventMessage.asEventMessage(PartnerFixtures.partnerRegistered())));
        LogicalTypeNames fewer = LogicalTypeNames.of(List.of(InstanceTerminated.class));

        assertThatThrownBy(new UnknownEventTypeGate(node.pool, fewer)::check)
                .isInstanceOf(UnknownTypeException.class)
                .hasMessageContaining("instance.activated (revision 1)")
                .hasMessageContaining("partner.registered (revision 1)");
    }

    @Test
    void anUnknownRevisionStopsTheStartToo() {
        node.engine.appendEvents(List.of(TestEvents.event(1)));
        node.jdbc()
                .sql("UPDATE event_store.domain_event SET payload_revision = '9'")
                .update();

        assertThatThrownBy(gate::check).hasMessageContaining("instance.activated (revision 9)");
    }

    @Test
    void aLargeStoreIsCheckedInNoTime() {
        node.jdbc().sql("""
                        INSERT INTO event_store.domain_event
                        SELECT number, number::text, number::text, 0, NULL, now(),
                               CASE number % 2 WHEN 0 THEN 'instance.activated' ELSE 'instance.terminated' END,
                               '1', '{}', '{}'
                        FROM generate_series(1, 100000) AS number
                        """).update();
        node.jdbc().sql("ANALYZE event_store.domain_event").update();
        gate.check();
        long start = System.nanoTime();
        gate.check();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
    }
}
