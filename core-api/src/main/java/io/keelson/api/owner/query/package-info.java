/** What can be read about owners. */
@NullMarked
package io.keelson.api.owner.query;

import org.jspecify.annotations.NullMarked;
