/** Platform settings: what is accepted, and how it is read while Keelson runs. */
@NullMarked
package io.keelson.command.setting;

import org.jspecify.annotations.NullMarked;
