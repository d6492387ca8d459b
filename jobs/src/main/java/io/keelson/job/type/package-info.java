/** Types of jobs that anybody may submit; one package each, and what they share. */
@NullMarked
package io.keelson.job.type;

import org.jspecify.annotations.NullMarked;
