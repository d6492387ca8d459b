package io.keelson.api.operation.query;

import io.keelson.api.query.Page;

/** Asks for operations, newest first; answers an {@link OperationPage}. */
public record FindOperations(OperationFilter filter, Page page) {}
