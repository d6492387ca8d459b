package io.keelson.api.instance.query;

import io.keelson.api.query.Page;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;

/** Asks for the instances of a release that are not terminated, whatever else became of them; answers an {@link InstancePage}. */
public record FindInstancesOfVersion(ComponentName component, SemanticVersion version, Page page) {}
