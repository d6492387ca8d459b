/** Instances over GraphQL. */
@NullMarked
package io.keelson.graphql.instance;

import org.jspecify.annotations.NullMarked;
