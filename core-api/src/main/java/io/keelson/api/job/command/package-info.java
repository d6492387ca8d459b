/** What can be asked of jobs and their queues. */
@NullMarked
package io.keelson.api.job.command;

import org.jspecify.annotations.NullMarked;
