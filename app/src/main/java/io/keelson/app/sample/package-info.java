/** The releases that are there at the first start, so that a new user can provision at once. */
@NullMarked
package io.keelson.app.sample;

import org.jspecify.annotations.NullMarked;
