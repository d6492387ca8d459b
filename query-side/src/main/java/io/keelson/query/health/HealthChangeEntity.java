package io.keelson.query.health;

import io.keelson.api.health.HealthChangeView;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of an instance's health; never changed itself. */
@Entity
@Table(schema = "read_model", name = "health_change")
class HealthChangeEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID instanceId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private InstanceHealth health;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private boolean leftAlone;

    @Column(updatable = false)
    private @Nullable String lastWords;

    @SuppressWarnings("NullAway.Init")
    protected HealthChangeEntity() {}

    HealthChangeEntity(UUID instanceId, HealthChange change, Stamp stamp) {
        super(stamp);
        this.instanceId = instanceId;
        health = change.health();
        reason = change.reason();
        leftAlone = change.leftAlone();
        lastWords = change.lastWords();
    }

    UUID instanceId() {
        return instanceId;
    }

    HealthChangeView toView() {
        return new HealthChangeView(id(), health, reason, leftAlone, lastWords, createdAt());
    }
}
