package io.keelson.query.suspension;

import io.keelson.api.owner.OwnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.SuspensionState;
import io.keelson.api.suspension.event.SuspensionStarted;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "suspension")
class SuspensionEntity extends ProjectedRow {
    @Column(updatable = false)
    private String owner;

    private boolean complete;
    private @Nullable Instant liftedAt;

    @SuppressWarnings("NullAway.Init")
    protected SuspensionEntity() {}

    SuspensionEntity(SuspensionStarted event, Stamp stamp) {
        super(stamp);
        owner = event.owner().value();
    }

    void listed(boolean last) {
        complete = last;
    }

    void lifted(Stamp stamp) {
        liftedAt = stamp.at();
    }

    SuspensionView toView() {
        return new SuspensionView(
                new SuspensionId(id()),
                new OwnerId(owner),
                liftedAt == null ? SuspensionState.IN_FORCE : SuspensionState.LIFTED,
                complete,
                createdAt(),
                liftedAt,
                createdBy());
    }
}
