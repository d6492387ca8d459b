package io.keelson.graphql.instance;

/** Which instance to restart. */
record RestartInstanceInput(String instanceId) {}
