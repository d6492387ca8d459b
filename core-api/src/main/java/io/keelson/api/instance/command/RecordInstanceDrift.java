package io.keelson.api.instance.command;

import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says which differences there are that Keelson does not repair by itself. Ignored when that is known already. Rejected
 * with INSTANCE_NOT_FOUND.
 *
 * @param findings all that there are; empty for none
 */
public record RecordInstanceDrift(@TargetAggregateIdentifier InstanceId instanceId, List<DriftFinding> findings)
        implements InstanceCommand {
    public RecordInstanceDrift {
        findings = List.copyOf(findings);
    }
}
