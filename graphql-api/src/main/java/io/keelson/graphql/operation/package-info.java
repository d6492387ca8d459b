/** Operations over GraphQL. */
@NullMarked
package io.keelson.graphql.operation;

import org.jspecify.annotations.NullMarked;
