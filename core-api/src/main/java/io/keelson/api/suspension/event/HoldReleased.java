package io.keelson.api.suspension.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.HoldId;
import org.axonframework.serialization.Revision;

/** The instance is let go; if the hold has stopped it, it comes back. */
@LogicalName("suspension.hold-released")
@Revision("1")
public record HoldReleased(HoldId holdId) implements HoldEvent {}
