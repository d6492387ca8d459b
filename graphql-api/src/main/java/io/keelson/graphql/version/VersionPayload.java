package io.keelson.graphql.version;

import io.keelson.api.version.query.VersionView;

/** The version that a mutation changed. */
record VersionPayload(VersionView version) {}
