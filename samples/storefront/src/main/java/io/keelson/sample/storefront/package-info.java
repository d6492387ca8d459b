/** A small web shop window with its own tables; something real to provision. */
@NullMarked
package io.keelson.sample.storefront;

import org.jspecify.annotations.NullMarked;
