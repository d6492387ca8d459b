package io.keelson.graphql.http;

import jakarta.servlet.ServletException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** GraphQL over HTTP behind {@link RequestBody}. */
public final class BoundedHttpHandler extends GraphQlHttpHandler {
    private final RequestBody body;

    public BoundedHttpHandler(WebGraphQlHandler handler, RequestBody body) {
        super(handler);
        this.body = body;
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) throws ServletException {
        return body.handle(request, super::handleRequest);
    }
}
