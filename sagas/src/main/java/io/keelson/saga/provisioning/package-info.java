/** Brings up a new instance, or takes back what a failed attempt has made. */
@NullMarked
package io.keelson.saga.provisioning;

import org.jspecify.annotations.NullMarked;
