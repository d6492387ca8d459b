/** What can be asked of a version. */
@NullMarked
package io.keelson.api.version.command;

import org.jspecify.annotations.NullMarked;
