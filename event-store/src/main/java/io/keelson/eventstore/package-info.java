/** The event store on PostgreSQL; each part of it is a package below. */
@NullMarked
package io.keelson.eventstore;

import org.jspecify.annotations.NullMarked;
