/** Requests that may be repeated: one effect, one answer. */
@NullMarked
package io.keelson.graphql.idempotency;

import org.jspecify.annotations.NullMarked;
