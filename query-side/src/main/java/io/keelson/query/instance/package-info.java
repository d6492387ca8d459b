/** Instances as they are read and watched. */
@NullMarked
package io.keelson.query.instance;

import org.jspecify.annotations.NullMarked;
