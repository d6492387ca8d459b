/** What follows a committed change: waiting requests go on and subscriptions get their update, on every node. */
@NullMarked
package io.keelson.query.live;

import org.jspecify.annotations.NullMarked;
