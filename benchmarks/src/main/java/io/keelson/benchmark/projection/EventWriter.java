package io.keelson.benchmark.projection;

import io.keelson.api.actor.RequestContext;
import io.keelson.benchmark.node.AppNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the event store of a node without commands. */
public final class EventWriter {
    private static final int PER_COMMIT = 1000;
    private static final Map<String, Object> METADATA =
            RequestContext.system("benchmark").toMetadata();

    private final EventStore events;
    private final TransactionTemplate transaction;
    private final List<DomainEventMessage<?>> pending = new ArrayList<>();

    public EventWriter(AppNode node) {
        events = node.bean(EventStore.class);
        transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
    }

    /** Appends the events of one aggregate, the first with the given number. */
    public void write(String type, String aggregateId, int firstNumber, List<?> payloads) {
        int number = firstNumber;
        for (Object payload : payloads) {
            pending.add(new GenericDomainEventMessage<>(type, aggregateId, number++, payload, METADATA));
        }
        if (pending.size() >= PER_COMMIT) {
            flush();
        }
    }

    /** Commits what is left. */
    public void flush() {
        transaction.executeWithoutResult(_ -> events.publish(pending));
        pending.clear();
    }
}
