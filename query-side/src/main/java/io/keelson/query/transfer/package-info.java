/** Keeps the approved transfers of data over borders. */
@NullMarked
package io.keelson.query.transfer;

import org.jspecify.annotations.NullMarked;
