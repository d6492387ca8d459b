/** Background work: the queue of record in PostgreSQL, shifts on JobRunr workers, and the execution of steps. */
@NullMarked
package io.keelson.job;

import org.jspecify.annotations.NullMarked;
