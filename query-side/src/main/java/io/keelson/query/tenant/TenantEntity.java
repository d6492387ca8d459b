package io.keelson.query.tenant;

import io.keelson.api.partner.PartnerId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(schema = "read_model", name = "tenant")
class TenantEntity extends ProjectedRow {
    @Column(updatable = false)
    private UUID partnerId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String foldedName;

    @SuppressWarnings("NullAway.Init")
    protected TenantEntity() {}

    TenantEntity(TenantRegistered event, Stamp stamp) {
        super(stamp);
        partnerId = event.partnerId().value();
        name = event.name().value();
        foldedName = FoldedName.of(name);
    }

    TenantView toView() {
        return new TenantView(
                new TenantId(id()),
                new PartnerId(partnerId),
                new TenantName(name),
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
