/** The suspension of an owner and its holds on single instances. */
@NullMarked
package io.keelson.command.suspension;

import org.jspecify.annotations.NullMarked;
