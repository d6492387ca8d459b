/** Schedules: what checks them, keeps them and lets them fire. */
@NullMarked
package io.keelson.app.schedule;

import org.jspecify.annotations.NullMarked;
