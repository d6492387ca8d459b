/** How commands travel: who sent them, when they are tried again, how a refusal looks. */
@NullMarked
package io.keelson.app.command;

import org.jspecify.annotations.NullMarked;
