/** Decides about channels. */
@NullMarked
package io.keelson.command.channel;

import org.jspecify.annotations.NullMarked;
