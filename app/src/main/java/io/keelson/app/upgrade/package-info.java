/** Looks for due upgrades without being asked. */
@NullMarked
package io.keelson.app.upgrade;

import org.jspecify.annotations.NullMarked;
