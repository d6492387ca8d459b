/** Which drivers there are. */
@NullMarked
package io.keelson.app.driver;

import org.jspecify.annotations.NullMarked;
