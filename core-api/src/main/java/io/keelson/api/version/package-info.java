/** One release of a component: ids and values. */
@NullMarked
package io.keelson.api.version;

import org.jspecify.annotations.NullMarked;
