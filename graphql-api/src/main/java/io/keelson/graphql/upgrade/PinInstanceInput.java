package io.keelson.graphql.upgrade;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.PinInstance;
import io.keelson.api.version.VersionRange;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Which versions an instance accepts. */
record PinInstanceInput(
        String instanceId, @Nullable String pin, @Nullable String line) {
    PinInstance toCommand(InstanceId id) {
        return new PinInstance(
                id,
                InputField.readOptional("pin", pin, VersionRange::new),
                InputField.readOptional("line", line, VersionRange::new));
    }
}
