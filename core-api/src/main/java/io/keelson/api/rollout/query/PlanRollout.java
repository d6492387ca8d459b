package io.keelson.api.rollout.query;

import io.keelson.api.rollout.RolloutSpec;

/**
 * Asks which instances a rollout would have as members if it started now; answers a list of {@link
 * io.keelson.api.rollout.RolloutMember} in the order of their turns. Instances that run the version or a newer one, and those
 * that are failed or terminated, are none.
 */
public record PlanRollout(RolloutSpec spec) {}
