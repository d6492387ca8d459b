/** A fleet of real instances, with every operation on each. */
@NullMarked
package io.keelson.benchmark.life;

import org.jspecify.annotations.NullMarked;
