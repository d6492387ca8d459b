/** What can be asked of a partner. */
@NullMarked
package io.keelson.api.partner.command;

import org.jspecify.annotations.NullMarked;
