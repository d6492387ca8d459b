package io.keelson.api.version.command;

import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says by when a security patch reaches everybody. Needs a reason in the metadata. Twice: changes nothing. Rejected with
 * VERSION_NOT_FOUND, or WRONG_STATE when the release is no security patch or is withdrawn.
 */
public record SetSecurityDates(@TargetAggregateIdentifier VersionId versionId, SecurityDates dates)
        implements VersionCommand {}
