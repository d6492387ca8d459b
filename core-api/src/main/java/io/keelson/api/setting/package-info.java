/** What the platform owner can set while Keelson runs, and how its values are read. */
@NullMarked
package io.keelson.api.setting;

import org.jspecify.annotations.NullMarked;
