package io.keelson.api.version.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.version.VersionId;

/** Index of what can happen to a version. */
public sealed interface VersionEvent extends DomainEvent
        permits VersionReleased, VersionWithdrawn, VersionStatusChanged, VersionRequirementChanged, SecurityDatesSet {
    VersionId versionId();
}
