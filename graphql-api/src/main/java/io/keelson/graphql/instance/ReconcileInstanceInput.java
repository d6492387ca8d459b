package io.keelson.graphql.instance;

/** Which instance to reconcile. */
record ReconcileInstanceInput(String instanceId) {}
