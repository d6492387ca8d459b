/** GraphQL in, messages out, and back. */
@NullMarked
package io.keelson.graphql;

import org.jspecify.annotations.NullMarked;
