/** What can be read about jobs, straight from their rows. */
@NullMarked
package io.keelson.job.view;

import org.jspecify.annotations.NullMarked;
