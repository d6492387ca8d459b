package io.keelson.query.rollout;

import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutPlace;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "rollout")
class RolloutEntity extends ProjectedRow {
    // For searches; the whole of it stands in spec.
    @Column(updatable = false)
    private String component;

    @Column(updatable = false)
    private String version;

    @Convert(converter = SpecColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    @Column(updatable = false)
    private RolloutSpec spec;

    @Enumerated(EnumType.STRING)
    private RolloutState state;

    @Column(updatable = false)
    private int size;

    private int stage;
    private @Nullable Instant soakUntil;
    private String reason;

    @Convert(converter = GatesColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private WaitingGates waitingGates;

    @SuppressWarnings("NullAway.Init")
    protected RolloutEntity() {}

    RolloutEntity(RolloutStarted event, Stamp stamp) {
        super(stamp);
        spec = event.spec();
        component = spec.component().value();
        version = spec.version().value();
        state = RolloutState.RUNNING;
        size = event.size();
        reason = "";
        waitingGates = WaitingGates.NONE;
    }

    RolloutSpec spec() {
        return spec;
    }

    int stage() {
        return stage;
    }

    void gateReached(RolloutPlace place) {
        waitingGates = waitingGates.plus(place);
    }

    void gateApproved(RolloutPlace place) {
        waitingGates = waitingGates.minus(place);
    }

    void soaks(Instant until) {
        soakUntil = until;
    }

    /** The last stage stays the one that was worked on. */
    void stageCompleted(int completed) {
        stage = Math.min(completed + 1, spec.stages().size() - 1);
        soakUntil = null;
    }

    void paused() {
        state = RolloutState.PAUSED;
    }

    void resumed() {
        state = RolloutState.RUNNING;
    }

    void stopped(String why) {
        state = RolloutState.STOPPED;
        reason = why;
        soakUntil = null;
    }

    void restarted() {
        state = RolloutState.RUNNING;
        reason = "";
        soakUntil = null;
    }

    void over(RolloutState now, String why) {
        state = now;
        reason = why;
        soakUntil = null;
        waitingGates = WaitingGates.NONE;
    }

    RolloutView toView(Map<MemberOutcome, Integer> outcomes) {
        return new RolloutView(
                new RolloutId(id()),
                spec,
                state,
                size,
                stage,
                soakUntil,
                reason,
                waitingGates.places(),
                outcomes,
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
