/** Decides about partners. */
@NullMarked
package io.keelson.command.partner;

import org.jspecify.annotations.NullMarked;
