/** A PostgreSQL server of our own: started in a data directory, watched, recognised again, stopped. */
@NullMarked
package io.keelson.postgres;

import org.jspecify.annotations.NullMarked;
