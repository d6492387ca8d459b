package io.keelson.api.suspension.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.SuspensionId;
import org.axonframework.serialization.Revision;

/** The suspension is over; what it stopped comes back. */
@LogicalName("suspension.lifted")
@Revision("1")
public record SuspensionLifted(SuspensionId suspensionId) implements SuspensionEvent {}
