package io.keelson.graphql.rollout;

import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutStage;
import org.jspecify.annotations.Nullable;

/**
 * A place of a rollout by the names that its author gave.
 *
 * @param group null for the stage as a whole
 */
record NamedPlace(String stage, @Nullable String group) {
    static NamedPlace of(RolloutSpec spec, RolloutPlace place) {
        RolloutStage stage = spec.stages().get(place.stage());
        return new NamedPlace(
                stage.name(),
                place.group() == null ? null : stage.groups().get(place.group()).name());
    }

    static NamedPlace of(RolloutSpec spec, RolloutMember member) {
        return of(spec, new RolloutPlace(member.stage(), member.group()));
    }
}
