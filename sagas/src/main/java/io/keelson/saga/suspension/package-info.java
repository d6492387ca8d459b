/** The suspension of a partner or tenant: from the owner to its instances, and from there to one operation each. */
@NullMarked
package io.keelson.saga.suspension;

import org.jspecify.annotations.NullMarked;
