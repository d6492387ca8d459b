package io.keelson.api.version.command;

import io.keelson.api.version.VersionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says whether everybody who goes beyond a release must take it first and may not go back behind it. Needs a reason in the
 * metadata. Twice: changes nothing. Rejected with VERSION_NOT_FOUND, or WRONG_STATE when it is withdrawn.
 */
public record RequireVersion(@TargetAggregateIdentifier VersionId versionId, boolean required)
        implements VersionCommand {}
