/** What can be read about tenants. */
@NullMarked
package io.keelson.api.tenant.query;

import org.jspecify.annotations.NullMarked;
