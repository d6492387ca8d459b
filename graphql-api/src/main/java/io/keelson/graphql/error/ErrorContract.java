package io.keelson.graphql.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form of every error: {@code extensions { code, requestId, timestamp, details { field, reason, fault, retryable } }}.
 * An exception that nobody foresaw is logged here, once, under the id of its request.
 */
public final class ErrorContract {
    static final String CODE = "code";
    private static final Logger LOG = LoggerFactory.getLogger(ErrorContract.class);

    private final Clock clock;

    public ErrorContract(Clock clock) {
        this.clock = clock;
    }

    /** The error that tells of {@code exception}, without a place in a document. */
    public GraphQLError of(Throwable exception, String requestId) {
        return of(exception, requestId, null, null);
    }

    GraphQLError of(
            Throwable exception,
            String requestId,
            @Nullable List<SourceLocation> locations,
            @Nullable List<Object> path) {
        Optional<Failure> known = Failures.known(exception);
        if (known.isEmpty()) {
            LOG.atError()
                    .setCause(exception)
                    .addKeyValue("requestId", requestId)
                    .log("A request failed unforeseen.");
        }
        return of(known.orElseGet(() -> Failures.unforeseen(requestId)), requestId, locations, path);
    }

    /** The error of graphql-java in our form; one that has it already comes back as it is. */
    GraphQLError of(GraphQLError error, String requestId) {
        if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) {
            return error;
        }
        return of(DocumentFailures.of(error, requestId), requestId, error.getLocations(), error.getPath());
    }

    private GraphQLError of(
            Failure failure, String requestId, @Nullable List<SourceLocation> locations, @Nullable List<Object> path) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put(CODE, failure.category().name());
        extensions.put("requestId", requestId);
        extensions.put("timestamp", clock.instant().toString());
        extensions.put("details", failure.details());
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError()
                .message("%s", failure.message())
                .errorType(ErrorClassification.errorClassification(
                        failure.category().name()))
                .extensions(extensions);
        if (locations != null) {
            error.locations(locations);
        }
        if (path != null) {
            error.path(path);
        }
        return error.build();
    }
}
