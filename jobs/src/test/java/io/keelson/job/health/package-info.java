@NullMarked
package io.keelson.job.health;

import org.jspecify.annotations.NullMarked;
