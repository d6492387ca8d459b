/** The types of jobs that anybody may submit, and the reports they leave. */
@NullMarked
package io.keelson.app.jobtype;

import org.jspecify.annotations.NullMarked;
