/** Sagas sequence: events in, commands out, no I/O. */
@NullMarked
package io.keelson.saga;

import org.jspecify.annotations.NullMarked;
