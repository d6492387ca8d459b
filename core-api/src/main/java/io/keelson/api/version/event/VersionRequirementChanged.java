package io.keelson.api.version.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.version.VersionId;
import org.axonframework.serialization.Revision;

/** A release must be taken by everybody who goes beyond it, or no longer must. */
@LogicalName("version.requirement-changed")
@Revision("1")
public record VersionRequirementChanged(VersionId versionId, boolean required) implements VersionEvent {}
