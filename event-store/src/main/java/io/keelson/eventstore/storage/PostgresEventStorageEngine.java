package io.keelson.eventstore.storage;

import io.keelson.eventstore.serializer.Serializers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Events in PostgreSQL, read in such a way that none is ever skipped, however long its writer took to commit. A second
 * event with the sequence number of another one is a {@code ConcurrencyException}; a second first event is an
 * {@code AggregateStreamCreationException}. Takes part in the running Spring transaction, which must not be stricter
 * than read committed.
 *
 * <p>Events are read in the order of their index and once. Only after a writer was slower than the patience, and only a
 * processor of several segments that restarts before that writer ends, may get some events twice: handlers must bear it.
 */
public final class PostgresEventStorageEngine extends JdbcEventStorageEngine {
    private static final int BATCH_SIZE = 1000;
    private static final String OF_AGGREGATE = """
            SELECT %s FROM event_store.domain_event WHERE aggregate_identifier = ? AND sequence_number >= ?
            ORDER BY sequence_number LIMIT ?
            """.formatted(EventTables.SCHEMA.trackedEventFields());

    private final DataSource dataSource;
    private final TransactionManager transactionManager;
    private final HoleWatch holes;
    private volatile @Nullable Boolean snapshots;

    /**
     * @param dataSource the pool that {@code transactionManager} works on
     * @param upcasters bring old events up to date
     * @param patience how long readers wait for a writer that is slow between appending and committing, half a second
     *     for example; then they pass it and take its events later
     */
    public PostgresEventStorageEngine(
            DataSource dataSource,
            TransactionManager transactionManager,
            Serializers serializers,
            EventUpcaster upcasters,
            Duration patience) {
        super(settings(dataSource, transactionManager, serializers, upcasters));
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.holes = new HoleWatch(patience);
    }

    private static Builder settings(
            DataSource dataSource,
            TransactionManager transactionManager,
            Serializers serializers,
            EventUpcaster upcasters) {
        return builder()
                .batchSize(BATCH_SIZE)
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(transactionManager)
                .eventSerializer(serializers.events())
                .snapshotSerializer(serializers.general())
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(new UniqueViolation())
                .schema(EventTables.SCHEMA)
                .dataType(String.class);
    }

    /**
     * Looks once for what comes after {@code position}, in order of the index. Only when a writer is slow for longer than
     * the patience its index is jumped over; its event then appears in a later page, as soon as it is committed.
     *
     * @param limit at most so many events after the index of the position, besides filled holes
     */
    public EventPage read(GapAwareTrackingToken position, int limit) {
        Look look = look(position, limit);
        Map<Long, List<TrackedEventMessage<?>>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        look.rows().stream().map(EventRow::atIndex), getEventSerializer(), upcasterChain)
                .collect(Collectors.groupingBy(
                        message -> message.trackingToken().position().orElseThrow()));
        List<StoredEvent> events = look.rows().stream()
                .map(row -> new StoredEvent(row.index(), messages.getOrDefault(row.index(), List.of())))
                .toList();
        return new EventPage(
                events,
                look.settled(),
                look.heldBack(),
                !look.heldBack() && look.rows().size() >= limit);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        GapAwareTrackingToken position = Positions.of(lastToken);
        Look look = look(position, batchSize);
        List<TrackedEventData<?>> events = new ArrayList<>();
        for (EventRow row : look.rows()) {
            position = Positions.advance(position, look.settled(), row.index());
            events.add(row.at(position));
        }
        return events;
    }

    private Look look(GapAwareTrackingToken position, int limit) {
        return onConnection(
                "Events after %s cannot be read.".formatted(position),
                connection -> Look.take(connection, position, limit, holes));
    }

    /** Writes the events at once, or with the commit when {@link AppendingTransactions} runs the transaction. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        if (DeferredAppends.of(dataSource) == null) {
            transactionManager.executeInTransaction(() -> defer(events));
        } else {
            defer(events);
        }
    }

    private void defer(List<? extends EventMessage<?>> events) {
        DeferredAppends deferred = DeferredAppends.of(dataSource);
        if (deferred == null) {
            write(events, false);
        } else {
            deferred.add(events, this::write);
        }
    }

    private void write(List<? extends EventMessage<?>> events, boolean last) {
        // In a transaction it is that of the transaction, and stays open.
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (last && events.size() == 1) {
                AppendStatement.executeAndCommit(connection, events.getFirst(), getEventSerializer());
            } else {
                AppendStatement.execute(connection, events, getEventSerializer());
            }
        } catch (SQLException failure) {
            handlePersistenceException(failure, UniqueViolation.culprit(failure, events));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Whoever asks for it sees what the transaction has appended so far. */
    @Override
    protected Connection getConnection() {
        flush();
        return super.getConnection();
    }

    private void flush() {
        DeferredAppends deferred = DeferredAppends.of(dataSource);
        if (deferred != null) {
            deferred.flush(false);
        }
    }

    /**
     * Reads an aggregate, from its newest snapshot on, in one round trip.
     *
     * @param inTurn whether the running transaction first waits for its turn on the aggregate, among all nodes, and keeps
     *     it until its end; else it just reads
     */
    public DomainEventStream readAggregate(String aggregateIdentifier, boolean inTurn) {
        AggregateHistory history = transactionManager.fetchInTransaction(() -> onConnection(
                "Aggregate %s cannot be read.".formatted(aggregateIdentifier),
                connection -> AggregateHistory.read(
                        connection,
                        aggregateIdentifier,
                        new AggregateHistory.Manner(inTurn, areThereSnapshots(connection), BATCH_SIZE))));
        DomainEventStream events = EventStreamUtils.upcastAndDeserializeDomainEvents(
                history.events().stream(), getEventSerializer(), upcasterChain);
        if (history.events().size() == BATCH_SIZE) {
            long last = history.events().getLast().getSequenceNumber();
            events = DomainEventStream.concat(events, readEvents(aggregateIdentifier, last + 1));
        }
        if (history.snapshot() == null) {
            return events;
        }
        DomainEventStream snapshot = EventStreamUtils.upcastAndDeserializeDomainEvents(
                Stream.of(history.snapshot()), getSnapshotSerializer(), upcasterChain);
        return DomainEventStream.concat(snapshot, events);
    }

    /** Looked up once: a snapshot of another node that is not known here only costs a longer read. */
    private boolean areThereSnapshots(Connection connection) throws SQLException {
        Boolean known = snapshots;
        if (known == null) {
            known = AggregateHistory.areThereSnapshots(connection);
            snapshots = known;
        }
        return known;
    }

    @Override
    protected PreparedStatement appendSnapshot(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        snapshots = true;
        return SnapshotStatement.prepare(connection, snapshot, serializer);
    }

    @Override
    protected PreparedStatement readEventData(
            Connection connection, String identifier, long firstSequenceNumber, int batchSize) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(OF_AGGREGATE);
        statement.setString(1, identifier);
        statement.setLong(2, firstSequenceNumber);
        statement.setInt(3, batchSize);
        return statement;
    }

    /** Saves the second query per aggregate: a batch that is not full was the last one. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Object readTimeStamp(ResultSet resultSet, String columnName) throws SQLException {
        return EventRow.timestamp(resultSet, columnName);
    }

    /** Before the first event, also when the first index is drawn but not yet visible. */
    @Override
    public TrackingToken createTailToken() {
        return Positions.START;
    }

    /** After what is visible now; events of writers under way are not missed, they are holes of the token. */
    @Override
    public TrackingToken createHeadToken() {
        return onConnection("The head of the event store cannot be read.", PositionQuery::head);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return onConnection(
                "The position at %s cannot be read.".formatted(dateTime),
                connection -> PositionQuery.at(connection, dateTime));
    }

    /** Each statement sees what is committed when it begins, also when no transaction runs: then it is its own. */
    private <T> T onConnection(String failureMessage, SqlWork<T> work) {
        flush();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.run(connection);
        } catch (SQLException failure) {
            throw new EventStoreException(failureMessage + " The reader will try again.", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private interface SqlWork<T> {
        T run(Connection connection) throws SQLException;
    }
}
