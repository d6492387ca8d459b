package io.keelson.query.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.query.RolloutMemberView;
import io.keelson.query.row.ProjectedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A member as it is read; {@link RolloutMembers} writes. */
@Entity
@Immutable
@Table(schema = "read_model", name = "rollout_member")
class RolloutMemberEntity extends ProjectedRow {
    private UUID rolloutId;
    private UUID instanceId;
    private int number;
    private int stage;
    private int groupNumber;

    @Enumerated(EnumType.STRING)
    private MemberOutcome outcome;

    private String reason;
    private @Nullable Instant until;
    private @Nullable UUID operationId;

    @SuppressWarnings("NullAway.Init")
    protected RolloutMemberEntity() {}

    int number() {
        return number;
    }

    RolloutMemberView toView() {
        return new RolloutMemberView(
                new RolloutId(rolloutId),
                new RolloutMember(new InstanceId(instanceId), stage, groupNumber),
                number,
                outcome,
                reason,
                until,
                operationId == null ? null : new OperationId(operationId),
                updatedAt());
    }
}
