/**
 * What a driver must do to bring an instance into the world and to take it away again. Nothing here knows a technology,
 * and nothing here knows the rest of the house.
 */
@NullMarked
package io.keelson.driver;

import org.jspecify.annotations.NullMarked;
