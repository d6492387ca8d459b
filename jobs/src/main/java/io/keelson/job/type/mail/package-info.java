/** The job that sends an e-mail. */
@NullMarked
package io.keelson.job.type.mail;

import org.jspecify.annotations.NullMarked;
