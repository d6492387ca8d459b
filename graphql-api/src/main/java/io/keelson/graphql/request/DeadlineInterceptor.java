package io.keelson.graphql.request;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import java.time.Duration;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Answers queries and mutations within a bounded time; a subscription only has to begin within it. */
public final class DeadlineInterceptor implements WebGraphQlInterceptor {
    private final Duration deadline;

    public DeadlineInterceptor(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).timeout(deadline, Mono.error(this::tooLate));
    }

    private RejectedException tooLate() {
        return new RejectedException(
                ErrorCode.UNAVAILABLE,
                null,
                "There was no answer within %d ms. A change may still be carried out; repeat it with the same Idempotency-Key."
                        .formatted(deadline.toMillis()));
    }
}
