/** Where Keelson keeps its files. */
@NullMarked
package io.keelson.app.home;

import org.jspecify.annotations.NullMarked;
