package io.keelson.graphql.version;

/** Which version to withdraw, and why. */
record WithdrawVersionInput(String versionId, String reason) {}
