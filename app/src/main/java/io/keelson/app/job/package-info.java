/** The job queue and its workers. */
@NullMarked
package io.keelson.app.job;

import org.jspecify.annotations.NullMarked;
