package io.keelson.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.WatchOperation;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.LiveViews;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Watches operations. */
@Controller
final class OperationSubscriptions {
    private final LiveViews live;

    OperationSubscriptions(LiveViews live) {
        this.live = live;
    }

    @SubscriptionMapping
    Flux<OperationView> operationProgress(@Argument String id, DataFetchingEnvironment environment) {
        return live.one(
                        () -> new WatchOperation(read(id)),
                        () -> new GetOperations(List.of(read(id))),
                        OperationView.class,
                        Request.of(environment).context())
                .takeUntil(operation -> operation.state().terminal());
    }

    private static OperationId read(String id) {
        return InputField.read("id", id, OperationId::parse);
    }
}
