/** Where a tenant's data may rest and its instances may run. */
@NullMarked
package io.keelson.api.tenant.residency;

import org.jspecify.annotations.NullMarked;
