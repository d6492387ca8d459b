/** Events, tokens, sagas and dead letters on PostgreSQL, or events in Axon Server. */
@NullMarked
package io.keelson.app.eventstore;

import org.jspecify.annotations.NullMarked;
