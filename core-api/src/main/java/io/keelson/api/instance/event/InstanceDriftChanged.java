package io.keelson.api.instance.event;

import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.operation.OperationId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Differences were found that Keelson does not repair by itself, or they are gone.
 *
 * @param findings all that there are now; empty when there are none any more
 */
@LogicalName("instance.drift-changed")
@Revision("1")
public record InstanceDriftChanged(InstanceId instanceId, OperationId operationId, List<DriftFinding> findings)
        implements InstanceEvent {
    public InstanceDriftChanged {
        findings = List.copyOf(findings);
    }
}
