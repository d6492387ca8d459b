package io.keelson.query.partner;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerUpdated;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "read_model", name = "partner")
class PartnerEntity extends ProjectedRow {
    private String name;
    private String foldedName;
    private String email;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status;

    private @Nullable UUID suspensionId;

    @SuppressWarnings("NullAway.Init")
    protected PartnerEntity() {}

    PartnerEntity(PartnerRegistered event, Stamp stamp) {
        super(stamp);
        name = event.name().value();
        foldedName = FoldedName.of(name);
        email = event.email().value();
        status = PartnerStatus.ACTIVE;
    }

    String foldedName() {
        return foldedName;
    }

    PartnerStatus status() {
        return status;
    }

    void updated(PartnerUpdated event) {
        name = event.name().value();
        foldedName = FoldedName.of(name);
        email = event.email().value();
    }

    void suspended(@Nullable SuspensionId by) {
        status = PartnerStatus.SUSPENDED;
        suspensionId = by == null ? null : by.value();
    }

    /** Active or deleted; no suspension holds it any more. */
    void free(PartnerStatus now) {
        status = now;
        suspensionId = null;
    }

    PartnerView toView() {
        return new PartnerView(
                new PartnerId(id()),
                new PartnerName(name),
                new EmailAddress(email),
                status,
                suspensionId == null ? null : new SuspensionId(suspensionId),
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
