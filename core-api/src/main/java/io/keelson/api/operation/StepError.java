package io.keelson.api.operation;

import io.keelson.api.error.Fault;

/**
 * Why a step failed.
 *
 * @param code stable name, for example {@code PORT_RANGE_FULL}
 * @param retryable whether the same attempt can succeed later without anybody changing anything
 * @param message what happened, to what, and what to do; never a secret
 */
public record StepError(String code, Fault fault, boolean retryable, String message) {}
