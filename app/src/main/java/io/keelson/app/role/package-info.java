/** What a node does of all that the program can do. */
@NullMarked
package io.keelson.app.role;

import org.jspecify.annotations.NullMarked;
