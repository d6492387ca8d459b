package io.keelson.graphql.instance;

/** Which instance to back up. */
record BackupInstanceInput(String instanceId) {}
