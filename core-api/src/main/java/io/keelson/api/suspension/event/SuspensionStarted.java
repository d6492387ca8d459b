package io.keelson.api.suspension.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.serialization.Revision;

/** Everything that the owner has is to be stopped. */
@LogicalName("suspension.started")
@Revision("1")
public record SuspensionStarted(SuspensionId suspensionId, OwnerId owner) implements SuspensionEvent {}
