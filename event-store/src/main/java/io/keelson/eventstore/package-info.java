/** The event store on PostgreSQL. */
@NullMarked
package io.keelson.eventstore;

import org.jspecify.annotations.NullMarked;
