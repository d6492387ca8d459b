/** Nodes that run jobs as people and scalers see them: what they report, and how they are drained. */
@NullMarked
package io.keelson.job.worker;

import org.jspecify.annotations.NullMarked;
