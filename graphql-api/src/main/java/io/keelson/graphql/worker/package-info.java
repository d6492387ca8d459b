/** Workers in GraphQL. */
@NullMarked
package io.keelson.graphql.worker;

import org.jspecify.annotations.NullMarked;
