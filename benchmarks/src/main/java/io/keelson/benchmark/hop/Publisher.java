package io.keelson.benchmark.hop;

import io.keelson.benchmark.node.AppNode;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits one event at a time. */
final class Publisher {
    private final EventStore events;
    private final TransactionTemplate transaction;

    Publisher(AppNode node) {
        events = node.bean(EventStore.class);
        transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
    }

    /** The moment at which the commit was acknowledged, before anybody is woken. */
    long publish(int number) {
        AtomicLong committed = new AtomicLong();
        transaction.executeWithoutResult(_ -> {
            // Registered before the event store's own, so it is called first.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.set(System.nanoTime());
                }
            });
            events.publish(GenericEventMessage.asEventMessage(new HopTaken(number)));
        });
        return committed.get();
    }
}
