/** Where event processors keep their tokens, sagas and dead letters. */
@NullMarked
package io.keelson.eventstore.processing;

import org.jspecify.annotations.NullMarked;
