/** What can be asked of an instance. */
@NullMarked
package io.keelson.api.instance.command;

import org.jspecify.annotations.NullMarked;
