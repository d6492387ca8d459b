/** What can happen to a schedule. */
@NullMarked
package io.keelson.api.schedule.event;

import org.jspecify.annotations.NullMarked;
