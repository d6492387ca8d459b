package io.keelson.graphql.instance;

import graphql.GraphQLContext;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** The operations that a request for many instances has started, by one query for all of them. */
@Controller
final class BulkFields {
    private final Messages messages;

    BulkFields(Messages messages) {
        this.messages = messages;
    }

    @BatchMapping(typeName = "InstanceResult")
    Map<InstanceResult, OperationView> operation(List<InstanceResult> results, GraphQLContext graphQl) {
        return Relations.resolve(
                results,
                InstanceResult::operationId,
                ids -> messages.askAll(new GetOperations(ids), OperationView.class, Request.contextOf(graphQl)),
                OperationView::id);
    }
}
