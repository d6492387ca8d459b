/** The suspension of a partner or tenant, and its hold on each instance that they own. */
@NullMarked
package io.keelson.api.suspension;

import org.jspecify.annotations.NullMarked;
