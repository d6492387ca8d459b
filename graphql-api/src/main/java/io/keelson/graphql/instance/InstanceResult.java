package io.keelson.graphql.instance;

import graphql.GraphQLError;
import io.keelson.api.operation.OperationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request for one of many instances: either an operation or an error.
 *
 * @param instanceId as the caller gave it
 */
record InstanceResult(
        String instanceId,
        @Nullable OperationId operationId,
        @Nullable InstanceResultError error) {
    static InstanceResult accepted(String instanceId, OperationId operationId) {
        return new InstanceResult(instanceId, operationId, null);
    }

    static InstanceResult refused(String instanceId, GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        Object reason = extensions.get("details") instanceof Map<?, ?> details ? details.get("reason") : null;
        return new InstanceResult(
                instanceId,
                null,
                new InstanceResultError(
                        String.valueOf(extensions.get("code")),
                        String.valueOf(reason),
                        String.valueOf(error.getMessage())));
    }
}
