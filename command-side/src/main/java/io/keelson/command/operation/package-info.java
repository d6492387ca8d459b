/** Decides about operations: which message belongs to the try that is running. */
@NullMarked
package io.keelson.command.operation;

import org.jspecify.annotations.NullMarked;
