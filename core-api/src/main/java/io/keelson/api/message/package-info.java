/** How messages are named for ever, and the index of all events. */
@NullMarked
package io.keelson.api.message;

import org.jspecify.annotations.NullMarked;
