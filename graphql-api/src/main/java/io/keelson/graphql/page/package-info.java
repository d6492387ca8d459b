/** Lists as Relay connections. */
@NullMarked
package io.keelson.graphql.page;

import org.jspecify.annotations.NullMarked;
