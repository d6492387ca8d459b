package io.keelson.graphql.operation;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.query.OperationFilter;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on operations. */
record OperationFilterInput(
        @Nullable String instanceId,
        @Nullable OperationKind kind,
        @Nullable OperationState state) {
    static final OperationFilterInput ALL = new OperationFilterInput(null, null, null);

    OperationFilter toFilter() {
        return new OperationFilter(
                InputField.readOptional("filter.instanceId", instanceId, InstanceId::parse), kind, state);
    }
}
