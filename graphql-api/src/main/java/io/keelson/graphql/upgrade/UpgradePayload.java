package io.keelson.graphql.upgrade;

import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.upgrade.UpgradeProposal;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upgrade.
 *
 * @param operation null while it waits
 * @param proposal null when it has begun or was refused
 */
record UpgradePayload(
        InstanceView instance,
        @Nullable OperationView operation,
        @Nullable UpgradeProposal proposal) {}
