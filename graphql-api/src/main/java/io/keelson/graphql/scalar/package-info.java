/** Values that GraphQL does not know by itself. */
@NullMarked
package io.keelson.graphql.scalar;

import org.jspecify.annotations.NullMarked;
