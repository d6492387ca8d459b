/** What can happen to an instance. */
@NullMarked
package io.keelson.api.instance.event;

import org.jspecify.annotations.NullMarked;
