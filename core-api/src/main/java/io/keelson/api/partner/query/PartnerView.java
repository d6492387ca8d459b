package io.keelson.api.partner.query;

import io.keelson.api.partner.EmailAddress;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerName;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.suspension.SuspensionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partner as last projected.
 *
 * @param suspensionId the suspension that holds its instances, or null when there is none
 */
public record PartnerView(
        PartnerId id,
        PartnerName name,
        EmailAddress email,
        PartnerStatus status,
        @Nullable SuspensionId suspensionId,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {}
