/** Tenants over GraphQL. */
@NullMarked
package io.keelson.graphql.tenant;

import org.jspecify.annotations.NullMarked;
