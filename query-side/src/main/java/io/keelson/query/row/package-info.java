/** What all rows of the read model share, and how events reach them. */
@NullMarked
package io.keelson.query.row;

import org.jspecify.annotations.NullMarked;
