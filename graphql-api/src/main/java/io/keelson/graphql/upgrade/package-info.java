/** Upgrades over GraphQL: what customers wish, what is decided, and why. */
@NullMarked
package io.keelson.graphql.upgrade;

import org.jspecify.annotations.NullMarked;
