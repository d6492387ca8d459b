/** Tests that run the built jars as processes of their own. */
@NullMarked
package io.keelson.sample.storefront;

import org.jspecify.annotations.NullMarked;
