package io.keelson.graphql.http;

import graphql.ExecutionResult;
import jakarta.servlet.ServletException;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Subscriptions as server-sent events behind {@link RequestBody}: they last as long as they have something to say, and a
 * comment now and then keeps the connection open. A refused subscription is told its errors.
 */
public final class BoundedSseHandler extends GraphQlSseHandler {
    private final RequestBody body;

    public BoundedSseHandler(WebGraphQlHandler handler, RequestBody body, Duration keepAlive) {
        // A time-out of zero means none in the servlet API.
        super(handler, Duration.ZERO, keepAlive);
        this.body = body;
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) throws ServletException {
        return body.handle(request, super::handleRequest);
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        return super.prepareResponse(request, response.map(BoundedSseHandler::withErrorsAsStream));
    }

    /** Spring would answer anything but a stream with a sentence of its own and drop the errors. */
    private static WebGraphQlResponse withErrorsAsStream(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        if (result.getErrors().isEmpty() || result.getData() instanceof Publisher) {
            return response;
        }
        return response.transform(builder -> builder.data(Flux.just(result)));
    }
}
