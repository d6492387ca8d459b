package io.keelson.eventstore;

import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.fixture.InstanceFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.MetaData;

/** Events that tell their number through the address of an instance. */
public final class TestEvents {
    private static final String ADDRESS = "http://127.0.0.1/";

    private TestEvents() {}

    public static InstanceActivated payload(int number) {
        return new InstanceActivated(InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, ADDRESS + number);
    }

    /** The first event of an aggregate of its own. */
    public static DomainEventMessage<?> event(int number) {
        return event("aggregate-" + UUID.randomUUID(), 0, number);
    }

    public static DomainEventMessage<?> event(String aggregate, long sequenceNumber, int number) {
        return new GenericDomainEventMessage<>("Instance", aggregate, sequenceNumber, payload(number));
    }

    /** An event that happened at {@code time}, whenever it is stored. */
    public static DomainEventMessage<?> eventAt(Instant time, int number) {
        String id = UUID.randomUUID().toString();
        return new GenericDomainEventMessage<>(
                "Instance", "aggregate-" + id, 0, payload(number), MetaData.emptyInstance(), id, time);
    }

    public static int number(EventMessage<?> event) {
        InstanceActivated payload = (InstanceActivated) event.getPayload();
        return Integer.parseInt(payload.url().substring(ADDRESS.length()));
    }

    /** Takes events until none comes for {@code millis}. */
    public static List<TrackedEventMessage<?>> drain(TrackingEventStream stream, int millis)
            throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        while (stream.hasNextAvailable(millis, TimeUnit.MILLISECONDS)) {
            events.add(stream.nextAvailable());
        }
        return events;
    }

    public static List<Integer> numbers(List<? extends EventMessage<?>> events) {
        return events.stream().map(TestEvents::number).toList();
    }
}
