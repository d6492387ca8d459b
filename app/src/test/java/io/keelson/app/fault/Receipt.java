package io.keelson.app.fault;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of an order: the ended operations as they were read at last. */
record Receipt(
        FaultPlan.Order order,
        String instanceId,
        JsonNode provisioning,
        @Nullable JsonNode termination) {}
