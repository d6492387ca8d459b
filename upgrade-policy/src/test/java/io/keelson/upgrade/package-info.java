/** The decision about upgrades against independent oracles. */
@NullMarked
package io.keelson.upgrade;

import org.jspecify.annotations.NullMarked;
