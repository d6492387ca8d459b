package io.keelson.graphql.idempotency;

/**
 * A request that may be repeated.
 *
 * @param actorId whose key it is
 * @param key value of the header
 * @param bodySha256 digest of document, operation name and variables
 */
public record KeyedRequest(String actorId, String key, String bodySha256) {}
