/** Time from the mutation to a running instance, and how much of it is ours. */
@NullMarked
package io.keelson.benchmark.provisioning;

import org.jspecify.annotations.NullMarked;
