package io.keelson.graphql.operation;

/** Which operation to go on with. */
record RetryOperationInput(String operationId) {}
