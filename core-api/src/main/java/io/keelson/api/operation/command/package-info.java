/** What can be asked of an operation. */
@NullMarked
package io.keelson.api.operation.command;

import org.jspecify.annotations.NullMarked;
