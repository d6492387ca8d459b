/** Decides about releases and the schemas of their settings. */
@NullMarked
package io.keelson.command.version;

import org.jspecify.annotations.NullMarked;
