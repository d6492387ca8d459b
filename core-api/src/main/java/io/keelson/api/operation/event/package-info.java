/** What can happen to an operation. */
@NullMarked
package io.keelson.api.operation.event;

import org.jspecify.annotations.NullMarked;
