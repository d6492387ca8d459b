/** What is refused before a body becomes a GraphQL request, and server-sent events. */
@NullMarked
package io.keelson.graphql.http;

import org.jspecify.annotations.NullMarked;
