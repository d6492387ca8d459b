/** Steps of operations: launched as jobs when an event says so, run by a driver, their outcome sent as a command. */
@NullMarked
package io.keelson.job.step;

import org.jspecify.annotations.NullMarked;
