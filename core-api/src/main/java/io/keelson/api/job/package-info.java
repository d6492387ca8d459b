/** Background work as callers know it: what is submitted, where it stands, and the queues it waits in. */
@NullMarked
package io.keelson.api.job;

import org.jspecify.annotations.NullMarked;
