/** What can be asked of a channel. */
@NullMarked
package io.keelson.api.channel.command;

import org.jspecify.annotations.NullMarked;
