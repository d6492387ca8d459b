/** Channels as they are read. */
@NullMarked
package io.keelson.query.channel;

import org.jspecify.annotations.NullMarked;
