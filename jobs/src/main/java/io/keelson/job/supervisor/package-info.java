/** Worker processes of this machine: as many as there is work for, within limits, started again when they die. */
@NullMarked
package io.keelson.job.supervisor;

import org.jspecify.annotations.NullMarked;
