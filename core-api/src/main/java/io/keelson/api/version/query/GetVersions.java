package io.keelson.api.version.query;

import io.keelson.api.version.VersionId;
import java.util.List;

/** Asks for versions by id; answers a list of {@link VersionView} in no order, unknown ids left out. */
public record GetVersions(List<VersionId> ids) {}
