/** Schedules: rules by which jobs are made again and again, or once at a chosen moment. */
@NullMarked
package io.keelson.api.schedule;

import org.jspecify.annotations.NullMarked;
