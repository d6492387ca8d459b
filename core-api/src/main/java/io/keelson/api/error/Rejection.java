package io.keelson.api.error;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, in a form that crosses every bus.
 *
 * @param code the rule that said no
 * @param field input field at fault, dotted for nested ones ({@code configuration.region}), or null when no field is
 * @param message one sentence for a human: what happened, to which id, and what to do
 */
public record Rejection(ErrorCode code, @Nullable String field, String message) {}
