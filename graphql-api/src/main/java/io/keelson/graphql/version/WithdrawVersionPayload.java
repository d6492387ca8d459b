package io.keelson.graphql.version;

import io.keelson.api.version.query.VersionView;

/** The version that was taken back; whom it concerns is asked for where it is read. */
record WithdrawVersionPayload(VersionView version) {}
