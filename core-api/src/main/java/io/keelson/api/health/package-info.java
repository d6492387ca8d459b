/** How instances are: what was seen of them, what differs, and what nobody owns. */
@NullMarked
package io.keelson.api.health;

import org.jspecify.annotations.NullMarked;
