/** How events, sagas and tokens become JSON under names that never change. */
@NullMarked
package io.keelson.eventstore.serializer;

import org.jspecify.annotations.NullMarked;
