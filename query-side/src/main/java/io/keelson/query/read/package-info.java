/** How queries read rows: by id, or as part of a list with a filter, an order and a cursor where the part ends. */
@NullMarked
package io.keelson.query.read;

import org.jspecify.annotations.NullMarked;
