package io.keelson.api.version.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionId;
import org.axonframework.serialization.Revision;

/** It was decided by when a security patch reaches everybody; its reason stands in the metadata. */
@LogicalName("version.security-dates-set")
@Revision("1")
public record SecurityDatesSet(VersionId versionId, SecurityDates dates) implements VersionEvent {}
