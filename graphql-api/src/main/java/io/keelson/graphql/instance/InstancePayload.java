package io.keelson.graphql.instance;

import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.OperationView;

/** The instance that a mutation concerns and the operation that changes it. */
record InstancePayload(InstanceView instance, OperationView operation) {}
