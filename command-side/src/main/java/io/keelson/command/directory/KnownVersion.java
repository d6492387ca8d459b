package io.keelson.command.directory;

import io.keelson.api.version.Artifacts;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;

/** What a command may know of a release. */
public record KnownVersion(VersionId versionId, VersionStatus status, Artifacts artifacts) {}
