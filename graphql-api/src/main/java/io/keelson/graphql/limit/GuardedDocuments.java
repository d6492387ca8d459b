package io.keelson.graphql.limit;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.keelson.api.error.RejectedException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and validates documents. When graphql-java stumbles over one (25.0 does, for example, over a subscription whose
 * only field depends on a variable), the document is refused instead of being a fault of the server.
 */
public final class GuardedDocuments implements PreparsedDocumentProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedDocuments.class);

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> readAndValidate) {
        try {
            return CompletableFuture.completedFuture(readAndValidate.apply(input));
        } catch (AbortExecutionException | RejectedException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError stumbled) {
            LOG.atInfo().setCause(stumbled).log("A document could not be validated and is refused.");
            return CompletableFuture.completedFuture(new PreparsedDocumentEntry(refusal()));
        }
    }

    private static GraphQLError refusal() {
        return GraphqlErrorBuilder.newError()
                .errorType(ErrorType.ValidationError)
                .message(
                        "The document is not valid, or it uses @skip or @include on a field of the subscription, which is not supported.")
                .build();
    }
}
