/** Suspensions over GraphQL. */
@NullMarked
package io.keelson.graphql.suspension;

import org.jspecify.annotations.NullMarked;
