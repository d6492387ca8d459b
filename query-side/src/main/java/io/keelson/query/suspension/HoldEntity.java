package io.keelson.query.suspension;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.suspension.HoldId;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.event.HoldOutcomeRecorded;
import io.keelson.api.suspension.event.HoldPlaced;
import io.keelson.api.suspension.query.HoldView;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(schema = "read_model", name = "hold")
class HoldEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID suspensionId;

    @Column(updatable = false)
    private UUID instanceId;

    @Enumerated(EnumType.STRING)
    private HoldOutcome outcome;

    private String message;

    @SuppressWarnings("NullAway.Init")
    protected HoldEntity() {}

    HoldEntity(HoldPlaced event, Stamp stamp) {
        super(stamp);
        suspensionId = event.suspensionId().value();
        instanceId = event.instanceId().value();
        outcome = HoldOutcome.WAITING;
        message = "%s is held and not asked to stop yet.".formatted(event.instanceId());
    }

    void recorded(HoldOutcomeRecorded event) {
        outcome = event.outcome();
        message = event.message();
    }

    HoldView toView() {
        return new HoldView(
                new HoldId(id()),
                new SuspensionId(suspensionId),
                new InstanceId(instanceId),
                outcome,
                message,
                createdAt(),
                updatedAt());
    }
}
