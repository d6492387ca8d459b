package io.keelson.api.rollout;

import io.keelson.api.instance.InstanceId;

/**
 * An instance of a rollout and where its turn comes.
 *
 * @param stage from 0
 * @param group from 0, in its stage
 */
public record RolloutMember(InstanceId instanceId, int stage, int group) {}
