/** Platform settings over GraphQL. */
@NullMarked
package io.keelson.graphql.setting;

import org.jspecify.annotations.NullMarked;
