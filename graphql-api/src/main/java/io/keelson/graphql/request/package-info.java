/** Who asks, from where, under which number, and until when. */
@NullMarked
package io.keelson.graphql.request;

import org.jspecify.annotations.NullMarked;
