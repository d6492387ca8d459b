package io.keelson.graphql.message;

import graphql.GraphQLError;
import io.keelson.api.actor.RequestContext;
import io.keelson.graphql.error.ErrorContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Views as they are now and after each change. A slow reader gets the latest view and misses those in between. Besides
 * waiting for updates the view is read again from time to time, for an update that was emitted on another node, or
 * lost with it, never arrives here.
 */
public final class LiveViews {
    private final Messages messages;
    private final ErrorContract errors;
    private final Duration reread;
    private final Scheduler scheduler;

    /**
     * Watches through {@code messages}.
     *
     * @param reread how often a view is read again
     * @param executor where readers are served, so that a slow one never holds up a projection
     */
    public LiveViews(Messages messages, ErrorContract errors, Duration reread, Executor executor) {
        this.messages = messages;
        this.errors = errors;
        this.reread = reread;
        this.scheduler = Schedulers.fromExecutor(executor);
    }

    /** Every view that {@code watch} answers and announces; nothing is read again. */
    public <V> Flux<V> all(Supplier<Object> watch, Class<V> type, RequestContext context) {
        return told(Flux.defer(() -> announced(watch.get(), type, context)), context);
    }

    /**
     * One view and its changes.
     *
     * @param watch makes the subscription query; what it throws ends the stream with an error
     * @param read makes the query for the same view
     */
    public <V> Flux<V> one(Supplier<Object> watch, Supplier<Object> read, Class<V> type, RequestContext context) {
        Flux<V> again = Flux.interval(reread)
                .onBackpressureDrop()
                .publishOn(scheduler, 1)
                .concatMapIterable(_ -> messages.askAll(read.get(), type, context));
        return told(Flux.defer(() -> announced(watch.get(), type, context)).mergeWith(again), context)
                .distinctUntilChanged();
    }

    private <V> Flux<V> announced(Object query, Class<V> type, RequestContext context) {
        SubscriptionQueryResult<List<V>, V> subscription = messages.watch(query, type, context);
        return subscription
                .initialResult()
                .flatMapIterable(found -> found)
                .concatWith(subscription.updates())
                .doFinally(_ -> subscription.cancel());
    }

    private <V> Flux<V> told(Flux<V> views, RequestContext context) {
        return views.onBackpressureLatest().publishOn(scheduler, 1).onErrorMap(exception -> {
            GraphQLError error = errors.of(exception, context.requestId());
            return new SubscriptionPublisherException(List.of(error), exception);
        });
    }
}
