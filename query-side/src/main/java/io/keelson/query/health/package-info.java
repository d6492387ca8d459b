/** How healthy instances were, and for how long. */
@NullMarked
package io.keelson.query.health;

import org.jspecify.annotations.NullMarked;
