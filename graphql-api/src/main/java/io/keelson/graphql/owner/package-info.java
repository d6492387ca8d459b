/** What partners and tenants have in common over GraphQL. */
@NullMarked
package io.keelson.graphql.owner;

import org.jspecify.annotations.NullMarked;
