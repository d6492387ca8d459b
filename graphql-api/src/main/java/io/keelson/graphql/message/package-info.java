/** Commands and queries on behalf of a request, and the wait until a change can be read. */
@NullMarked
package io.keelson.graphql.message;

import org.jspecify.annotations.NullMarked;
