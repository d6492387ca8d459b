/** What can happen to a partner. */
@NullMarked
package io.keelson.api.partner.event;

import org.jspecify.annotations.NullMarked;
