/** An end customer of a partner: ids and values. */
@NullMarked
package io.keelson.api.tenant;

import org.jspecify.annotations.NullMarked;
