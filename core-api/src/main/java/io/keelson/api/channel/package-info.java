/** Channels: the releases of a component that are offered to those who follow, in the order of their promotion. */
@NullMarked
package io.keelson.api.channel;

import org.jspecify.annotations.NullMarked;
