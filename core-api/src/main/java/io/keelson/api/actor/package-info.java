/** Who acts, and from where; always derived by the server. */
@NullMarked
package io.keelson.api.actor;

import org.jspecify.annotations.NullMarked;
