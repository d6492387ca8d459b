package io.keelson.graphql.idempotency;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCategory;
import io.keelson.api.error.RejectedException;
import io.keelson.graphql.error.ErrorContractInterceptor;
import io.keelson.graphql.request.NewIds;
import io.keelson.graphql.request.RequestContextInterceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a mutation with the header {@code Idempotency-Key} be repeated: the same key and body act once and are answered
 * the same for 24 hours. An answer that tells the caller to try again is not kept.
 */
public final class IdempotencyInterceptor implements WebGraphQlInterceptor {
    /** Header with a key chosen by the caller, 1 to 255 visible ASCII characters. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final AnswerStore store;
    private final ErrorContractInterceptor errors;
    private final Executor executor;
    private final JsonMapper json = new JsonMapper();
    private final ObjectWriter canonical = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /**
     * Answers from {@code store}.
     *
     * @param executor where keyed requests wait for each other
     */
    public IdempotencyInterceptor(AnswerStore store, ErrorContractInterceptor errors, Executor executor) {
        this.store = store;
        this.errors = errors;
        this.executor = executor;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        @Nullable String key = request.getHeaders().getFirst(HEADER);
        // The headers of a WebSocket belong to its handshake and not to one of its requests.
        if (key == null || request instanceof WebSocketGraphQlRequest || !MutationDocument.isOneIn(request)) {
            return chain.next(request);
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            return Mono.error(RejectedException.invalid(HEADER, HEADER + " must be 1 to 255 visible characters."));
        }
        RequestContext context = RequestContextInterceptor.contextOf(request);
        KeyedRequest keyed = new KeyedRequest(context.actor().id(), key, digest(request));
        // Once begun, the work ends and is remembered even if the caller is gone.
        return Mono.deferContextual(view -> Mono.fromFuture(
                        () -> CompletableFuture.supplyAsync(
                                () -> store.once(keyed, ids -> carryOut(request, chain, ids, context, view)), executor),
                        true))
                .map(body -> response(request, body));
    }

    private Answer carryOut(
            WebGraphQlRequest request, Chain chain, NewIds ids, RequestContext context, ContextView view) {
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(NewIds.class, ids)).build());
        WebGraphQlResponse response = Objects.requireNonNull(
                chain.next(request).contextWrite(view).block(), "A mutation has exactly one response");
        WebGraphQlResponse inForm = errors.inForm(response, context.requestId());
        boolean last = inForm.getExecutionResult().getErrors().stream().noneMatch(IdempotencyInterceptor::mayPass);
        return new Answer(json.writeValueAsString(inForm.toMap()), last);
    }

    /** Whether trying again can end otherwise: the error says so, or it is a fault of our own. */
    private static boolean mayPass(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        boolean retryable =
                extensions.get("details") instanceof Map<?, ?> details && Boolean.TRUE.equals(details.get("retryable"));
        return retryable || ErrorCategory.INTERNAL_ERROR.name().equals(extensions.get("code"));
    }

    /** First and repeated answers are both made of the text, so they are the same to the byte. */
    private WebGraphQlResponse response(WebGraphQlRequest request, String body) {
        ExecutionResult result = ExecutionResult.fromSpecification(json.readValue(body, OBJECT));
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }

    private String digest(WebGraphQlRequest request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] body = canonical
                    .writeValueAsString(
                            Arrays.asList(request.getDocument(), request.getOperationName(), request.getVariables()))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
