/** Time from a committed event to the commit of its handler. */
@NullMarked
package io.keelson.benchmark.hop;

import org.jspecify.annotations.NullMarked;
