package io.keelson.graphql.error;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import reactor.core.publisher.Mono;

/** Turns whatever a controller throws into an error of the contract. */
public final class ApiExceptionResolver implements DataFetcherExceptionResolver {
    private final ErrorContract contract;

    public ApiExceptionResolver(ErrorContract contract) {
        this.contract = contract;
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
        String requestId = Request.contextOf(environment.getGraphQlContext()).requestId();
        return Mono.just(List.of(contract.of(
                exception,
                requestId,
                List.of(environment.getField().getSourceLocation()),
                environment.getExecutionStepInfo().getPath().toList())));
    }
}
