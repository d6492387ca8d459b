/** Refusals: which rule said no, whose fault it is, and whether trying again can help. */
@NullMarked
package io.keelson.api.error;

import org.jspecify.annotations.NullMarked;
