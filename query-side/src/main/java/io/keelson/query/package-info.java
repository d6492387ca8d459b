/** Projections remember; query handlers answer. */
@NullMarked
package io.keelson.query;

import org.jspecify.annotations.NullMarked;
