package io.keelson.api.instance.command;

import io.keelson.api.operation.OperationId;

/**
 * What became of a request for an upgrade.
 *
 * @param operationId its operation, begun or not
 * @param started whether it has begun; otherwise it waits, or there was nothing to do
 */
public record UpgradeAnswer(OperationId operationId, boolean started) {}
