/** What can be read about operations. */
@NullMarked
package io.keelson.api.operation.query;

import org.jspecify.annotations.NullMarked;
