package io.keelson.graphql.message;

import graphql.GraphQLError;
import io.keelson.api.actor.RequestContext;
import io.keelson.graphql.error.ErrorContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Views as they are now and after each change. A slow reader gets the latest view and misses those in between. When no
 * update comes for a while the view is read again, for an update that was emitted on another node, or lost with it,
 * never arrives here.
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
                .concatMap(_ -> readAgain(read, type, context));
        // An announced view ends the reading that may be under way, so an older view never follows a newer one.
        Flux<V> views = Flux.defer(() -> announced(watch.get(), type, context))
                .map(Optional::of)
                .startWith(Optional.<V>empty())
                .switchMap(view -> Mono.justOrEmpty(view).concatWith(again));
        return told(views, context).distinctUntilChanged();
    }

    /** A reading that fails is made up for by the next one. */
    private <V> Flux<V> readAgain(Supplier<Object> read, Class<V> type, RequestContext context) {
        return Flux.defer(() -> Flux.fromIterable(messages.askAll(read.get(), type, context)))
                .onErrorComplete();
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
