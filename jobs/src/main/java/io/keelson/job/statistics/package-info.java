/** Figures about jobs: what happened, how long it took, and how many wait. */
@NullMarked
package io.keelson.job.statistics;

import org.jspecify.annotations.NullMarked;
