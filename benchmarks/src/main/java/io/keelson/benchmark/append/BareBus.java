package io.keelson.benchmark.append;

import io.keelson.benchmark.node.AppNode;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What the framework costs at least: Axon's command bus, transaction and event store, with a handler that is a function, and
 * without gateway, interceptors, aggregate and repository.
 */
final class BareBus {
    private final CommandBus bus;

    BareBus(AppNode node) {
        EventStore events = node.bean(EventStore.class);
        bus = SimpleCommandBus.builder()
                .transactionManager(node.bean(TransactionManager.class))
                .build();
        var _ = bus.subscribe(StartCounter.class.getName(), command -> {
            String counterId = ((StartCounter) command.getPayload()).counterId();
            events.publish(new GenericDomainEventMessage<>(
                    "Counter", counterId, 0, new CounterMoved(counterId), command.getMetaData()));
            return counterId;
        });
    }

    Clients.Deed client() {
        return () -> {
            FutureCallback<Object, Object> answer = new FutureCallback<>();
            bus.dispatch(Commands.message(new StartCounter(UUID.randomUUID().toString())), answer);
            if (answer.getResult().isExceptional()) {
                throw new IllegalStateException(answer.getResult().exceptionResult());
            }
        };
    }
}
