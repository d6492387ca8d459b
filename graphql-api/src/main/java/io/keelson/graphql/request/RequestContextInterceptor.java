package io.keelson.graphql.request;

import static graphql.execution.SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED;

import io.keelson.api.actor.Actor;
import io.keelson.api.actor.RequestContext;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Says who asks and from where, and gives the request a number: the header {@code X-Request-Id} when it is well-formed,
 * else a new one. The response repeats it. Nothing about the actor is taken from the caller.
 */
public final class RequestContextInterceptor implements WebGraphQlInterceptor {
    /** Header with the number of a request. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAXIMUM_USER_AGENT = 200;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        RequestContext context = derive(request);
        // Messages are English everywhere, and events come in order; graphql-java would do otherwise.
        request.configureExecutionInput((input, builder) -> builder.locale(Locale.ROOT)
                .graphQLContext(Map.of(RequestContext.class, context, KEEP_SUBSCRIPTION_EVENTS_ORDERED, true))
                .build());
        return chain.next(request)
                .doOnNext(response -> response.getResponseHeaders().set(REQUEST_ID, context.requestId()));
    }

    /** What this interceptor said about {@code request}. */
    public static RequestContext contextOf(WebGraphQlRequest request) {
        return Request.contextOf(request.toExecutionInput().getGraphQLContext());
    }

    /** The number of a request with these headers. */
    public static String requestId(HttpHeaders headers) {
        @Nullable String given = headers.getFirst(REQUEST_ID);
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static RequestContext derive(WebGraphQlRequest request) {
        // The headers of a WebSocket are those of its handshake, the same for all of its requests.
        String requestId = request instanceof WebSocketGraphQlRequest
                ? UUID.randomUUID().toString()
                : requestId(request.getHeaders());
        return new RequestContext(
                Actor.LOCAL_OPERATOR, requestId, address(request.getRemoteAddress()), userAgent(request), null, null);
    }

    private static @Nullable String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? null
                : remote.getAddress().getHostAddress();
    }

    private static @Nullable String userAgent(WebGraphQlRequest request) {
        @Nullable String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        if (agent == null) {
            return null;
        }
        String printable = agent.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= MAXIMUM_USER_AGENT ? printable : printable.substring(0, MAXIMUM_USER_AGENT);
    }
}
