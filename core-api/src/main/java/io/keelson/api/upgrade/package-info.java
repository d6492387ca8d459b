/** Upgrades of instances: what customers wish, and how a decision about them reads. */
@NullMarked
package io.keelson.api.upgrade;

import org.jspecify.annotations.NullMarked;
