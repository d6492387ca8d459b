/** Partners as they are read. */
@NullMarked
package io.keelson.query.partner;

import org.jspecify.annotations.NullMarked;
