/** Versions over GraphQL. */
@NullMarked
package io.keelson.graphql.version;

import org.jspecify.annotations.NullMarked;
