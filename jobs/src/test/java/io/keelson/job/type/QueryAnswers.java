package io.keelson.job.type;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;

/** A real query bus whose handlers are functions of a test. */
public final class QueryAnswers {
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();

    /** Answers a kind of query. */
    public <Q> QueryAnswers answering(Class<Q> query, Class<?> answer, Function<Q, Object> handler) {
        var _ = bus.subscribe(query.getName(), answer, message -> CompletableFuture.completedFuture(
                        handler.apply(query.cast(message.getPayload())))
                .join());
        return this;
    }

    /** Answers with the query handlers of an object. */
    public QueryAnswers answeringWith(Object handlers) {
        var _ = new AnnotationQueryHandlerAdapter<>(handlers).subscribe(bus);
        return this;
    }

    public QueryGateway gateway() {
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }
}
