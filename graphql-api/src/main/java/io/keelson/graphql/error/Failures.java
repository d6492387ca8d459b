package io.keelson.graphql.error;

import graphql.execution.AbortExecutionException;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/** Finds what a caller is told about an exception, wherever in the chain of causes the reason stands. */
final class Failures {
    private static final int MAXIMUM_CAUSES = 20;
    private static final String UNAVAILABLE =
            "Keelson cannot reach its database or one of its parts at the moment. Try again in a few seconds.";
    private static final String TOO_LATE = "There was no answer in time. What was asked for may still be carried out;"
            + " repeat it with the same Idempotency-Key.";

    private Failures() {}

    /** The failure to tell, or empty when the exception is a fault of our own that nobody foresaw. */
    static Optional<Failure> known(Throwable exception) {
        return chain(exception).stream()
                .map(Failures::single)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is told about an exception that nobody foresaw. */
    static Failure unforeseen(String requestId) {
        return Failure.of(
                ErrorCode.INTERNAL,
                null,
                "Keelson failed to answer; the cause is in its log under request %s.".formatted(requestId),
                Map.of());
    }

    private static Optional<Failure> single(Throwable cause) {
        return switch (cause) {
            case RejectedException rejected -> Optional.of(Failure.of(rejected.rejection()));
            case NotYetVisibleException late -> Optional.of(late.failure());
            case HandlerExecutionException remote -> remote(remote);
            case BindException binding -> Optional.of(binding(binding));
            case SQLException sql when unreachable(sql) -> Optional.of(unavailable(UNAVAILABLE));
            case NoHandlerForCommandException _, NoHandlerForQueryException _ -> Optional.of(unavailable(UNAVAILABLE));
            // A request that was answered by its deadline is cancelled at its next field.
            case TimeoutException _, AbortExecutionException _ -> Optional.of(unavailable(TOO_LATE));
            default -> Optional.empty();
        };
    }

    /** On a distributed bus an exception arrives as a description with details. */
    private static Optional<Failure> remote(HandlerExecutionException exception) {
        Optional<Object> details = exception.getDetails();
        return details.filter(Rejection.class::isInstance)
                .map(Rejection.class::cast)
                .map(Failure::of);
    }

    private static Failure binding(BindException exception) {
        @Nullable FieldError error = exception.getFieldError();
        String field = error == null ? "input" : error.getField().replaceFirst("^\\$\\.?", "");
        return Failure.of(ErrorCode.INVALID_INPUT, field, field + " has a value that cannot be read.", Map.of());
    }

    private static Failure unavailable(String message) {
        return Failure.of(ErrorCode.UNAVAILABLE, null, message, Map.of());
    }

    /**
     * Classes 08 (connection) and 53 (resources), 57P (shutdown), and a pool or driver that has no connection. Of a
     * connection that broke in use, which is all that is left when its rollback fails, the pool says only that it is
     * closed.
     */
    private static boolean unreachable(SQLException exception) {
        String state = exception.getSQLState();
        return exception instanceof java.sql.SQLTransientConnectionException
                || exception instanceof java.sql.SQLNonTransientConnectionException
                || exception instanceof java.sql.SQLRecoverableException
                || "Connection is closed".equals(exception.getMessage())
                || (state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")));
    }

    private static List<Throwable> chain(Throwable exception) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable cause = exception;
                cause != null && chain.size() < MAXIMUM_CAUSES;
                cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
