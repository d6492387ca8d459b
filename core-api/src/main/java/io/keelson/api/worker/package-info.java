/** Nodes that run jobs. */
@NullMarked
package io.keelson.api.worker;

import org.jspecify.annotations.NullMarked;
