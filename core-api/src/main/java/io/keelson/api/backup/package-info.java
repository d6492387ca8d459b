/** Snapshots of instances. */
@NullMarked
package io.keelson.api.backup;

import org.jspecify.annotations.NullMarked;
