/** Events per second into the read model, against reading them only. */
@NullMarked
package io.keelson.benchmark.projection;

import org.jspecify.annotations.NullMarked;
