package io.keelson.query.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.event.TenantUpdated;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.JsonColumn;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "tenant")
class TenantEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID partnerId;

    private String name;
    private String foldedName;

    @Enumerated(EnumType.STRING)
    private TenantStatus status;

    @Convert(converter = ProfileColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable TenantProfile profile;

    @Convert(converter = ResidencyColumn.class)
    @ColumnTransformer(write = JsonColumn.WRITE)
    private @Nullable Residency residency;

    private @Nullable UUID suspensionId;

    @SuppressWarnings("NullAway.Init")
    protected TenantEntity() {}

    TenantEntity(TenantRegistered event, Stamp stamp) {
        super(stamp);
        partnerId = event.partnerId().value();
        name = event.name().value();
        foldedName = FoldedName.of(name);
        status = TenantStatus.ACTIVE;
        profile = event.profile();
        residency = event.residency();
    }

    String foldedName() {
        return foldedName;
    }

    TenantStatus status() {
        return status;
    }

    void updated(TenantUpdated event) {
        name = event.name().value();
        foldedName = FoldedName.of(name);
        profile = event.profile();
        residency = event.residency();
    }

    void suspended(SuspensionId by) {
        status = TenantStatus.SUSPENDED;
        suspensionId = by.value();
    }

    /** Active or deleted; no suspension holds it any more. */
    void free(TenantStatus now) {
        status = now;
        suspensionId = null;
    }

    TenantView toView() {
        return new TenantView(
                new TenantId(id()),
                new PartnerId(partnerId),
                new TenantName(name),
                status,
                profile,
                residency,
                suspensionId == null ? null : new SuspensionId(suspensionId),
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
