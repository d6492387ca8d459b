/** Partners over GraphQL. */
@NullMarked
package io.keelson.graphql.partner;

import org.jspecify.annotations.NullMarked;
