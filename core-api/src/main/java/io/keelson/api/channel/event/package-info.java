/** What can happen to a channel. */
@NullMarked
package io.keelson.api.channel.event;

import org.jspecify.annotations.NullMarked;
