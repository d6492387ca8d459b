/** Operations as they are read and watched. */
@NullMarked
package io.keelson.query.operation;

import org.jspecify.annotations.NullMarked;
