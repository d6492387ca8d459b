package io.keelson.benchmark.append;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The smallest aggregate there can be: no claims, no directory, no rules. */
class Counter {
    @AggregateIdentifier
    private String counterId;

    @SuppressWarnings("NullAway.Init") // its first event sets the id
    Counter() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // its first event sets the id
    Counter(StartCounter command) {
        apply(new CounterMoved(command.counterId()));
    }

    @CommandHandler
    void decide(MoveCounter command) {
        apply(new CounterMoved(counterId));
    }

    @EventSourcingHandler
    void evolve(CounterMoved event) {
        counterId = event.counterId();
    }
}
