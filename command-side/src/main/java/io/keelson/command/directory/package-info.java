/** What a command must know of other aggregates, kept in the transaction of their events. */
@NullMarked
package io.keelson.command.directory;

import org.jspecify.annotations.NullMarked;
