/** Who watches instances. */
@NullMarked
package io.keelson.app.health;

import org.jspecify.annotations.NullMarked;
