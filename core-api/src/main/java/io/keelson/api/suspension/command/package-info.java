/** What can be asked of a suspension and its holds; asked by Keelson itself only. */
@NullMarked
package io.keelson.api.suspension.command;

import org.jspecify.annotations.NullMarked;
