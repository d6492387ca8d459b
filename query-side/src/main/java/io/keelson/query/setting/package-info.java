/** Platform settings and their history. */
@NullMarked
package io.keelson.query.setting;

import org.jspecify.annotations.NullMarked;
