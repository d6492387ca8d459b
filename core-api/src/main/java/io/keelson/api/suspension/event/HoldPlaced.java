package io.keelson.api.suspension.event;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.serialization.Revision;

/** The suspension holds the instance and will stop it. */
@LogicalName("suspension.hold-placed")
@Revision("1")
public record HoldPlaced(HoldId holdId, SuspensionId suspensionId, InstanceId instanceId) implements HoldEvent {}
