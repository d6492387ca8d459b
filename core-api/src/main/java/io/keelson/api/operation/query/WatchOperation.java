package io.keelson.api.operation.query;

import io.keelson.api.operation.OperationId;

/**
 * Subscription query: updates are the {@link OperationView} of this operation whenever it changes; the initial result is
 * a list with the operation, or empty when it is not known yet.
 */
public record WatchOperation(OperationId operationId) {}
