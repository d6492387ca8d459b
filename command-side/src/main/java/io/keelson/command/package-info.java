/** Aggregates decide; claims and the directory answer what one aggregate alone cannot know. */
@NullMarked
package io.keelson.command;

import org.jspecify.annotations.NullMarked;
