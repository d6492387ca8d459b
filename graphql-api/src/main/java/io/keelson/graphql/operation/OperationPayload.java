package io.keelson.graphql.operation;

import io.keelson.api.operation.query.OperationView;

/** The operation that a mutation concerns. */
record OperationPayload(OperationView operation) {}
