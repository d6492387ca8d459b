package io.keelson.api.version.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.version.VersionId;
import org.axonframework.serialization.Revision;

/** No new instance may be made of this version. */
@LogicalName("version.withdrawn")
@Revision("1")
public record VersionWithdrawn(VersionId versionId) implements VersionEvent {}
