/** Watches instances: looks at their health, heals what has died, and brings back what is no longer as it should be. */
@NullMarked
package io.keelson.job.health;

import org.jspecify.annotations.NullMarked;
