/** How fast decisions about upgrades are. */
@NullMarked
package io.keelson.benchmark.upgrade;

import org.jspecify.annotations.NullMarked;
