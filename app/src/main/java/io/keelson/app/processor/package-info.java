/** Event processors: which there are, how they run, and how they are. */
@NullMarked
package io.keelson.app.processor;

import org.jspecify.annotations.NullMarked;
