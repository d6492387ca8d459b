package io.keelson.api.version.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.VersionStatus;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a release come further, or deprecates it. Twice: changes nothing. Rejected with VERSION_NOT_FOUND, WRONG_STATE when
 * the release cannot become that, and CONFIRMATION_MISSING when the one who released it calls it stable: that takes a second
 * person.
 */
public record ChangeVersionStatus(@TargetAggregateIdentifier VersionId versionId, VersionStatus status)
        implements VersionCommand {
    public ChangeVersionStatus {
        if (status == VersionStatus.WITHDRAWN || status == VersionStatus.DRAFT) {
            throw RejectedException.invalid(
                    "status", "A release becomes BETA, STABLE or DEPRECATED here; to take it back, withdraw it.");
        }
    }
}
