package io.keelson.graphql.upgrade;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.version.SemanticVersion;
import io.keelson.graphql.input.InputField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which instance to take to which version, and what to set aside. */
record UpgradeInstanceInput(
        String instanceId,
        String version,
        @Nullable List<UpgradeRule> override,
        @Nullable String reason) {
    UpgradeInstance toCommand(InstanceId id, OperationId operation) {
        return new UpgradeInstance(
                id,
                operation,
                InputField.read("version", version, SemanticVersion::new),
                override == null ? Set.of() : Set.copyOf(override));
    }
}
