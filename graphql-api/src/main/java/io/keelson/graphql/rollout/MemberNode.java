package io.keelson.graphql.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.query.RolloutMemberView;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member of a rollout with the names of its place. */
record MemberNode(
        InstanceId instanceId,
        String stage,
        String group,
        MemberOutcome outcome,
        String reason,
        @Nullable Instant until,
        @Nullable OperationId operationId,
        Instant updatedAt) {
    static MemberNode of(RolloutSpec spec, RolloutMemberView view) {
        NamedPlace place = NamedPlace.of(spec, view.member());
        return new MemberNode(
                view.member().instanceId(),
                place.stage(),
                Objects.requireNonNull(place.group()),
                view.outcome(),
                view.reason(),
                view.until(),
                view.operationId(),
                view.updatedAt());
    }
}
