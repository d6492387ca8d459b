package io.keelson.graphql.operation;

/** Which operation to call off, and why. */
record CancelOperationInput(String operationId, String reason) {}
