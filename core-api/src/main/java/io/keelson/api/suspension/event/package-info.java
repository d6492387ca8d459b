/** What can happen to a suspension and its holds. */
@NullMarked
package io.keelson.api.suspension.event;

import org.jspecify.annotations.NullMarked;
