/** Which step of an operation comes next: forwards, again, or backwards. */
@NullMarked
package io.keelson.saga.step;

import org.jspecify.annotations.NullMarked;
