/** Requests to the outside that can never reach the inside: whatever leaves goes to an address that was looked at first. */
@NullMarked
package io.keelson.job.outbound;

import org.jspecify.annotations.NullMarked;
