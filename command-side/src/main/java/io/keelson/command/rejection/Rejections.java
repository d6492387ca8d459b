package io.keelson.command.rejection;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Tells which failures of a command are refusals. */
public final class Rejections {
    private static final Map<String, ErrorCode> NOT_FOUND = Map.of(
            "partner", ErrorCode.PARTNER_NOT_FOUND,
            "tenant", ErrorCode.TENANT_NOT_FOUND,
            "version", ErrorCode.VERSION_NOT_FOUND,
            "instance", ErrorCode.INSTANCE_NOT_FOUND,
            "operation", ErrorCode.OPERATION_NOT_FOUND,
            "schedule", ErrorCode.SCHEDULE_NOT_FOUND,
            "rollout", ErrorCode.ROLLOUT_NOT_FOUND);

    private static final Rejection CONCURRENT_CHANGE = new Rejection(
            ErrorCode.CONCURRENT_CHANGE,
            null,
            "Somebody else changed the same thing at the same time; nothing was changed, ask again.");

    // PostgreSQL's lock_not_available, which Spring leaves untranslated.
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Rejections() {}

    /** The refusal behind a failure; empty when the failure is a defect or an outage. */
    public static Optional<Rejection> of(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case RejectedException e -> e.rejection();
                    case CommandExecutionException e ->
                        asRejection(e.<Object>getDetails().orElse(null));
                    case AggregateNotFoundException e ->
                        notFound(e.getAggregateIdentifier().toString());
                    case AggregateStreamCreationException _ ->
                        new Rejection(ErrorCode.WRONG_STATE, null, "The id is in use already; nothing was changed.");
                    case ConcurrencyException _, ConcurrencyFailureException _ -> CONCURRENT_CHANGE;
                    case UncategorizedSQLException e when isLockTimeout(e) -> CONCURRENT_CHANGE;
                    default -> null;
                });
    }

    private static boolean isLockTimeout(UncategorizedSQLException failure) {
        SQLException cause = failure.getSQLException();
        return cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private static @Nullable Rejection asRejection(@Nullable Object details) {
        return details instanceof Rejection rejection ? rejection : null;
    }

    private static Rejection notFound(String id) {
        String kind = id.substring(0, Math.max(0, id.indexOf(':')));
        ErrorCode code = NOT_FOUND.get(kind);
        return code == null
                ? new Rejection(ErrorCode.INVALID_INPUT, null, "There is no %s.".formatted(id))
                : new Rejection(code, kind + "Id", "There is no %s.".formatted(id));
    }
}
