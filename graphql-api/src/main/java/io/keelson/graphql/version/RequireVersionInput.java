package io.keelson.graphql.version;

/** Whether a release is required, and why. */
record RequireVersionInput(String versionId, boolean required, String reason) {}
