/**
 * A small real web application to provision: products in a database of its own.
 *
 * <p>One source tree makes four releases that differ in their resources only ({@code src/releases}). The module's jar
 * carries their runnable jars and, in {@code samples/storefront/releases.json}, what the control plane needs to release
 * them; a source that starts with {@code classpath:} names a resource of the same jar.
 */
@NullMarked
package io.keelson.sample.storefront;

import org.jspecify.annotations.NullMarked;
