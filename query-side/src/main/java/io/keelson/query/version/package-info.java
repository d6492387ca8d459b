/** Versions as they are read. */
@NullMarked
package io.keelson.query.version;

import org.jspecify.annotations.NullMarked;
