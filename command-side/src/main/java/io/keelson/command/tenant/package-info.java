/** Decides about tenants. */
@NullMarked
package io.keelson.command.tenant;

import org.jspecify.annotations.NullMarked;
