/** Where everything is put together. */
@NullMarked
package io.keelson.app;

import org.jspecify.annotations.NullMarked;
