package io.keelson.graphql.version;

import io.keelson.api.version.VersionStatus;

/** What a release becomes. */
record ChangeVersionStatusInput(String versionId, VersionStatus status) {}
