package io.keelson.api.rollout;

import io.keelson.api.version.SemanticVersion;

/** An unfinished rollout that an instance belongs to; until its turn there, it is not upgraded by itself. */
public record RolloutHold(RolloutId rolloutId, SemanticVersion version) {}
