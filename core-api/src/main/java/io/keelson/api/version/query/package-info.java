/** What can be read about versions. */
@NullMarked
package io.keelson.api.version.query;

import org.jspecify.annotations.NullMarked;
