/** What can be read about suspensions. */
@NullMarked
package io.keelson.api.suspension.query;

import org.jspecify.annotations.NullMarked;
