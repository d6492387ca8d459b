package io.keelson.api.version.query;

import io.keelson.api.query.Page;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionStatus;
import org.jspecify.annotations.Nullable;

/** Asks for versions, oldest first; answers a {@link VersionPage}. Null filters match everything. */
public record FindVersions(
        @Nullable ComponentName component, @Nullable VersionStatus status, Page page) {}
