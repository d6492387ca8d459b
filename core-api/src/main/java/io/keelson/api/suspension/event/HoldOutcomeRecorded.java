package io.keelson.api.suspension.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import org.axonframework.serialization.Revision;

/** The hold has come to this. */
@LogicalName("suspension.hold-outcome-recorded")
@Revision("1")
public record HoldOutcomeRecorded(HoldId holdId, HoldOutcome outcome, String message) implements HoldEvent {}
