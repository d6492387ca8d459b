package io.keelson.command.directory;

import io.keelson.api.backup.BackupId;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import java.util.Optional;

/**
 * What a command must know of other aggregates. What can change, namely the status of a partner or of a version, stays
 * as it was read until the command's transaction ends.
 */
public interface Directory {
    /** Empty when the partner is unknown. */
    Optional<PartnerStatus> partnerStatus(PartnerId partnerId);

    /** The partner of a tenant; empty when the tenant is unknown. */
    Optional<PartnerId> partnerOf(TenantId tenantId);

    /** Empty when the component has no version with this number. */
    Optional<KnownVersion> version(ComponentName component, SemanticVersion number);

    /** Empty when there is no such backup, or it has expired. */
    Optional<KnownBackup> backup(BackupId backupId);

    /** Refuses a partner that is unknown (PARTNER_NOT_FOUND) or suspended (PARTNER_SUSPENDED), field {@code partnerId}. */
    default void requireActive(PartnerId partnerId) {
        PartnerStatus status = partnerStatus(partnerId)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.PARTNER_NOT_FOUND, "partnerId", "There is no %s.".formatted(partnerId)));
        if (status == PartnerStatus.SUSPENDED) {
            throw new RejectedException(
                    ErrorCode.PARTNER_SUSPENDED,
                    "partnerId",
                    "%s is suspended and may start nothing new until it is resumed.".formatted(partnerId));
        }
    }
}
