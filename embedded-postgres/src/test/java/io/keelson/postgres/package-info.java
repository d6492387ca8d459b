/** Tests against real servers and real processes. */
@NullMarked
package io.keelson.postgres;

import org.jspecify.annotations.NullMarked;
