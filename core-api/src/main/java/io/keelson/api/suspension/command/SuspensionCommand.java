package io.keelson.api.suspension.command;

import io.keelson.api.suspension.SuspensionId;

/** Index of what can be asked of a suspension. What is late or repeated is ignored, never refused. */
public sealed interface SuspensionCommand permits StartSuspension, ListInstances, LiftSuspension, ReleaseInstances {
    SuspensionId suspensionId();
}
