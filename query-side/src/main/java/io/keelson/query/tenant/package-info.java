/** Tenants as they are read. */
@NullMarked
package io.keelson.query.tenant;

import org.jspecify.annotations.NullMarked;
