/** What a caller is told when something is refused or goes wrong. */
@NullMarked
package io.keelson.graphql.error;

import org.jspecify.annotations.NullMarked;
