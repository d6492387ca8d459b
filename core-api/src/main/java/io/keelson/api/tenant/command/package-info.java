/** What can be asked of a tenant. */
@NullMarked
package io.keelson.api.tenant.command;

import org.jspecify.annotations.NullMarked;
