package io.keelson.graphql.upgrade;

import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.OperationView;

/** The instance and the operation that takes its last upgrade back. */
record RollbackPayload(InstanceView instance, OperationView operation) {}
