/** Removes an instance and everything it has. */
@NullMarked
package io.keelson.saga.termination;

import org.jspecify.annotations.NullMarked;
