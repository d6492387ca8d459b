/** Carries refusals across every bus. */
@NullMarked
package io.keelson.command.rejection;

import org.jspecify.annotations.NullMarked;
