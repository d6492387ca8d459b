/** What the query side must be told about the rest of the house. */
@NullMarked
package io.keelson.app.query;

import org.jspecify.annotations.NullMarked;
