package io.keelson.api.version.command;

import io.keelson.api.version.VersionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a release back: no new instance may be made of it. Needs a reason in the metadata. Withdrawing a withdrawn
 * version changes nothing.
 */
public record WithdrawVersion(@TargetAggregateIdentifier VersionId versionId) implements VersionCommand {}
