/** Rollouts over GraphQL: what they are to do, how they go, and how they would go. */
@NullMarked
package io.keelson.graphql.rollout;

import org.jspecify.annotations.NullMarked;
