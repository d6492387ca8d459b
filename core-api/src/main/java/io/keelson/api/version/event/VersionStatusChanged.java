package io.keelson.api.version.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import org.axonframework.serialization.Revision;

/**
 * A release has come further, or was deprecated.
 *
 * @param before what it was
 */
@LogicalName("version.status-changed")
@Revision("1")
public record VersionStatusChanged(VersionId versionId, VersionStatus before, VersionStatus status)
        implements VersionEvent {}
