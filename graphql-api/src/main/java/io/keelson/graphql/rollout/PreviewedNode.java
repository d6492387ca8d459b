package io.keelson.graphql.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.query.PreviewedMember;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member of a preview with the names of its place. */
record PreviewedNode(
        InstanceId instanceId,
        String stage,
        String group,
        MemberOutcome outcome,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean needsApproval,
        String reason) {
    static PreviewedNode of(RolloutSpec spec, PreviewedMember view) {
        NamedPlace place = NamedPlace.of(spec, view.member());
        return new PreviewedNode(
                view.member().instanceId(),
                place.stage(),
                Objects.requireNonNull(place.group()),
                view.outcome(),
                view.startsAt(),
                view.endsAt(),
                view.needsApproval(),
                view.reason());
    }
}
