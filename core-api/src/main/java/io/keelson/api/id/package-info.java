/** The text form that all ids share. */
@NullMarked
package io.keelson.api.id;

import org.jspecify.annotations.NullMarked;
