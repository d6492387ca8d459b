/** What a document may cost, and which text is refused. */
@NullMarked
package io.keelson.graphql.limit;

import org.jspecify.annotations.NullMarked;
