/** Decides whether an instance may take a version, when, by which way, and says why; pure, so every asker hears the same. */
@NullMarked
package io.keelson.upgrade;

import org.jspecify.annotations.NullMarked;
