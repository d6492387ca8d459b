package io.keelson.eventstore.storage;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Recognises that an event was already there; PostgreSQL's driver has no exception type of its own for it. */
final class UniqueViolation implements PersistenceExceptionResolver {
    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return find(exception) != null;
    }

    /** The event that was already there, or the first one when PostgreSQL does not tell. */
    static EventMessage<?> culprit(Exception failure, List<? extends EventMessage<?>> events) {
        String detail = detail(failure);
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domainEvent && detail.contains(key(domainEvent))) {
                return event;
            }
        }
        return events.getFirst();
    }

    private static String key(DomainEventMessage<?> event) {
        return "(%s, %d)".formatted(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    private static String detail(Exception failure) {
        PSQLException violation = find(failure);
        ServerErrorMessage message = violation == null ? null : violation.getServerErrorMessage();
        String detail = message == null ? null : message.getDetail();
        return detail == null ? "" : detail;
    }

    private static @Nullable PSQLException find(@Nullable Throwable failure) {
        if (failure == null) {
            return null;
        }
        if (failure instanceof PSQLException found
                && PSQLState.UNIQUE_VIOLATION.getState().equals(found.getSQLState())) {
            return found;
        }
        PSQLException next = failure instanceof SQLException sql ? find(sql.getNextException()) : null;
        return next != null ? next : find(failure.getCause());
    }
}
