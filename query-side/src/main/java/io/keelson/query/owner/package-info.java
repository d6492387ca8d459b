/** How much partners and tenants own. */
@NullMarked
package io.keelson.query.owner;

import org.jspecify.annotations.NullMarked;
