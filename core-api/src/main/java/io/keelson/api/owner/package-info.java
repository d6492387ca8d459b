/** Who can own instances, whatever kind of organisation it is. */
@NullMarked
package io.keelson.api.owner;

import org.jspecify.annotations.NullMarked;
