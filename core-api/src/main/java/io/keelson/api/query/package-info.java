/** Paging, and waiting until a read model has caught up. */
@NullMarked
package io.keelson.api.query;

import org.jspecify.annotations.NullMarked;
