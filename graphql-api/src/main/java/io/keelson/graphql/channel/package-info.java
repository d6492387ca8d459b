/** Channels over GraphQL. */
@NullMarked
package io.keelson.graphql.channel;

import org.jspecify.annotations.NullMarked;
