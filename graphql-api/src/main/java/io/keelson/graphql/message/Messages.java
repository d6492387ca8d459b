package io.keelson.graphql.message;

import io.keelson.api.actor.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Sends commands and asks queries in the name of a request, whose context travels as metadata and whose id stands in
 * the log lines of everything that runs meanwhile. Callers wait, at most as long as a request may take.
 */
public final class Messages {
    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Duration patience;

    public Messages(CommandGateway commands, QueryGateway queries, Duration patience) {
        this.commands = commands;
        this.queries = queries;
        this.patience = patience;
    }

    /** Sends a command and waits until it is handled; throws what the handler throws. */
    public void send(Object command, RequestContext context) {
        handled(command, context);
    }

    /** Sends a command whose handler answers something; throws what the handler throws. */
    public <R> R send(Object command, Class<R> answer, RequestContext context) {
        Object answered = Objects.requireNonNull(handled(command, context), "The handler must answer");
        return answer.cast(answered);
    }

    /** Asks for one answer. */
    public <R> R ask(Object query, Class<R> answer, RequestContext context) {
        return ask(query, ResponseTypes.instanceOf(answer), context);
    }

    /** Asks for a list. */
    public <T> List<T> askAll(Object query, Class<T> element, RequestContext context) {
        return ask(query, ResponseTypes.multipleInstancesOf(element), context);
    }

    /** Asks for a list of at most one element; null when it is empty. */
    public <T> @Nullable T askOne(Object query, Class<T> element, RequestContext context) {
        List<T> found = askAll(query, element, context);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Asks for a list now and for each of its elements whenever it changes; the caller closes the result. */
    <T> SubscriptionQueryResult<List<T>, T> watch(Object query, Class<T> element, RequestContext context) {
        return queries.subscriptionQuery(
                message(query, context), ResponseTypes.multipleInstancesOf(element), ResponseTypes.instanceOf(element));
    }

    private @Nullable Object handled(Object command, RequestContext context) {
        try (MDC.MDCCloseable _ = logging(context)) {
            return commands.sendAndWait(command, metadata(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private <R> R ask(Object query, ResponseType<R> answer, RequestContext context) {
        try (MDC.MDCCloseable _ = logging(context)) {
            return await(queries.query(message(query, context), answer));
        }
    }

    private <R> R await(Future<R> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException late) {
            throw new CompletionException(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private static Message<Object> message(Object query, RequestContext context) {
        return new GenericMessage<>(query, metadata(context));
    }

    private static MetaData metadata(RequestContext context) {
        return MetaData.from(context.toMetadata());
    }

    private static MDC.MDCCloseable logging(RequestContext context) {
        return MDC.putCloseable(RequestContext.REQUEST_ID, context.requestId());
    }
}
