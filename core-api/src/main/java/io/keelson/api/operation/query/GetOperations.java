package io.keelson.api.operation.query;

import io.keelson.api.operation.OperationId;
import java.util.List;

/** Asks for operations by id; answers a list of {@link OperationView} in no order, unknown ids left out. */
public record GetOperations(List<OperationId> ids) {}
