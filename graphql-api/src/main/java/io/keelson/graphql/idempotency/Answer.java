package io.keelson.graphql.idempotency;

/**
 * What a request was answered.
 *
 * @param body the response as JSON
 * @param last whether a repeat gets the same; false when trying again can end otherwise
 */
public record Answer(String body, boolean last) {}
