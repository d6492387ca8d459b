/** How event processors hear of new events at once. */
@NullMarked
package io.keelson.eventstore.stream;

import org.jspecify.annotations.NullMarked;
