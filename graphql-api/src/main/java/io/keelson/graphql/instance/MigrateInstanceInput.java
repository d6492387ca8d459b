package io.keelson.graphql.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.MigrateInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.tenant.residency.Region;
import io.keelson.graphql.input.InputField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which instance to move, where to, and why. */
record MigrateInstanceInput(
        String instanceId, String region, @Nullable List<String> dataResidency, String reason) {
    MigrateInstance toCommand(InstanceId id, OperationId operation) {
        return new MigrateInstance(
                id,
                operation,
                InputField.read("region", region, Region::new),
                dataResidency == null
                        ? null
                        : dataResidency.stream()
                                .map(resting -> InputField.read("dataResidency", resting, Region::new))
                                .toList());
    }
}
