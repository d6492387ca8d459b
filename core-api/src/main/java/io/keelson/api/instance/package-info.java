/** A deployed, isolated environment of a product: ids and values. */
@NullMarked
package io.keelson.api.instance;

import org.jspecify.annotations.NullMarked;
