/** One long-running change to one instance, as a list of steps: ids and values. */
@NullMarked
package io.keelson.api.operation;

import org.jspecify.annotations.NullMarked;
