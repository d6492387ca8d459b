/** What can be asked of a worker. */
@NullMarked
package io.keelson.api.worker.command;

import org.jspecify.annotations.NullMarked;
