/** Operations on living instances: one plan for each kind, and the saga that carries it out. */
@NullMarked
package io.keelson.saga.operation;

import org.jspecify.annotations.NullMarked;
