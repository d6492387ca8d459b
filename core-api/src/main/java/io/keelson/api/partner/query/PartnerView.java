package io.keelson.api.partner.query;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import java.time.Instant;

/** A partner as last projected. */
public record PartnerView(
        PartnerId id,
        PartnerName name,
        EmailAddress email,
        PartnerStatus status,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
