/** What can happen to a version. */
@NullMarked
package io.keelson.api.version.event;

import org.jspecify.annotations.NullMarked;
