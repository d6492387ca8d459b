package io.keelson.graphql.instance;

/** Maintenance mode of which instance, and which way. */
record SetMaintenanceInput(String instanceId, boolean on) {}
