/** How fast a fleet of 10,000 instances is searched. */
@NullMarked
package io.keelson.benchmark.fleet;

import org.jspecify.annotations.NullMarked;
