package io.keelson.api.suspension.command;

import io.keelson.api.suspension.HoldId;

/** Index of what can be asked of a hold. What is late or repeated is ignored, never refused. */
public sealed interface HoldCommand permits PlaceHold, RecordHoldOutcome, ReleaseHold {
    HoldId holdId();
}
