/** Tests of the job that runs a command in an instance. */
@NullMarked
package io.keelson.job.type.command;

import org.jspecify.annotations.NullMarked;
