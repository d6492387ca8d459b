package io.keelson.query.partner;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.ProjectedRow;
import io.keelson.query.row.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

@Entity
@Table(schema = "read_model", name = "partner")
class PartnerEntity extends ProjectedRow {
    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String foldedName;

    @Column(updatable = false)
    private String email;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status;

    @SuppressWarnings("NullAway.Init")
    protected PartnerEntity() {}

    PartnerEntity(PartnerRegistered event, Stamp stamp) {
        super(stamp);
        name = event.name().value();
        foldedName = FoldedName.of(name);
        email = event.email().value();
        status = PartnerStatus.ACTIVE;
    }

    void status(PartnerStatus now) {
        status = now;
    }

    PartnerView toView() {
        return new PartnerView(
                new PartnerId(id()),
                new PartnerName(name),
                new EmailAddress(email),
                status,
                createdAt(),
                updatedAt(),
                createdBy());
    }
}
