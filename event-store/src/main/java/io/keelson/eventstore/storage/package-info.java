/** How events are written to and read from PostgreSQL without losing any. */
@NullMarked
package io.keelson.eventstore.storage;

import org.jspecify.annotations.NullMarked;
