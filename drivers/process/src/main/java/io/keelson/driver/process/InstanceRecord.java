package io.keelson.driver.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mark of an instance in its directory.
 *
 * @param operationId which operation reserved the place
 * @param port what it may listen on, or null before the network step
 * @param active whether it is in service
 */
record InstanceRecord(
        UUID instanceId,
        String operationId,
        String name,
        String component,
        String version,
        @Nullable Integer port,
        boolean active) {
    InstanceRecord withPort(@Nullable Integer newPort) {
        return new InstanceRecord(instanceId, operationId, name, component, version, newPort, active);
    }

    InstanceRecord withActive(boolean newActive) {
        return new InstanceRecord(instanceId, operationId, name, component, version, port, newActive);
    }
}
