package io.keelson.eventstore.stream;

import io.keelson.eventstore.storage.Positions;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The event store of one node. Its streams wake their processors right after a local commit and, through
 * {@link CommitSignals}, after a commit on another node; a poll once a second is only the fallback.
 */
public final class PostgresEventStore extends AbstractEventStore implements Lifecycle, AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final CommitSignals signals;
    private final TailReader reader;

    private PostgresEventStore(Builder builder, PostgresEventStorageEngine engine, CommitSignals signals) {
        super(builder);
        this.engine = engine;
        this.signals = signals;
        this.reader = new TailReader(engine, POLL, PATIENCE);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens a stream of all events after {@code trackingToken}; none means from the first one. Opening it twice gives two
     * independent streams. The caller closes it.
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        signals.start(reader::wake);
        reader.start();
        return new PostgresEventStream(engine, reader, Positions.of(trackingToken));
    }

    /**
     * In the transaction of a command this waits for the command's turn: commands on one aggregate follow each other on
     * all nodes, from before it is loaded until the transaction ends. A command that makes an aggregate reads nothing and
     * waits for nobody; of two such commands the second one finds the first event there.
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return DomainEventStream.concat(
                engine.readAggregate(aggregateIdentifier, isCommandUnderWay()),
                DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    private static boolean isCommandUnderWay() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() instanceof CommandMessage;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        // A unit of work may end inside a larger transaction; then nothing is visible yet.
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tellReaders();
                }
            });
        } else {
            tellReaders();
        }
    }

    private void tellReaders() {
        reader.wake();
        signals.announce();
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, () -> CompletableFuture.runAsync(this::close));
    }

    /** Stops the threads of this store; closing twice does nothing more. */
    @Override
    public void close() {
        signals.close();
        reader.close();
    }

    /** Needs an engine and signals; monitors and spans are optional. */
    public static final class Builder extends AbstractEventStore.Builder {
        private @Nullable PostgresEventStorageEngine engine;
        private @Nullable CommitSignals signals;

        private Builder() {}

        public Builder engine(PostgresEventStorageEngine storage) {
            storageEngine(storage);
            this.engine = storage;
            return this;
        }

        /** The store closes them with itself. */
        public Builder signals(CommitSignals commitSignals) {
            this.signals = commitSignals;
            return this;
        }

        @Override
        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> messageMonitor) {
            super.messageMonitor(messageMonitor);
            return this;
        }

        @Override
        public Builder spanFactory(EventBusSpanFactory spanFactory) {
            super.spanFactory(spanFactory);
            return this;
        }

        /** Fails when engine or signals are missing. */
        public PostgresEventStore build() {
            if (engine == null || signals == null) {
                throw new IllegalStateException("An event store needs an engine and signals.");
            }
            return new PostgresEventStore(this, engine, signals);
        }
    }
}
