package io.keelson.graphql.error;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.keelson.graphql.request.RequestContextInterceptor;
import java.util.List;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Mono;

/** Gives every error of a response the form of {@link ErrorContract}, and an exception too. */
public final class ErrorContractInterceptor implements WebGraphQlInterceptor {
    private final ErrorContract contract;

    public ErrorContractInterceptor(ErrorContract contract) {
        this.contract = contract;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String requestId = RequestContextInterceptor.contextOf(request).requestId();
        return chain.next(request)
                .map(response -> inForm(response, requestId))
                .onErrorResume(exception -> Mono.just(failed(request, contract.of(exception, requestId))));
    }

    /** The response with its errors in the form of the contract; doing it twice changes nothing. */
    public WebGraphQlResponse inForm(WebGraphQlResponse response, String requestId) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (errors.isEmpty()) {
            return response;
        }
        return response.transform(builder -> builder.errors(
                errors.stream().map(error -> contract.of(error, requestId)).toList()));
    }

    private static WebGraphQlResponse failed(WebGraphQlRequest request, GraphQLError error) {
        ExecutionResult result =
                ExecutionResult.newExecutionResult().addError(error).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }
}
