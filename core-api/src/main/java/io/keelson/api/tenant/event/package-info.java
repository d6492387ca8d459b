/** What can happen to a tenant. */
@NullMarked
package io.keelson.api.tenant.event;

import org.jspecify.annotations.NullMarked;
