package io.keelson.command.instance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.DataTransferApproved;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.api.tenant.residency.Residency;
import org.jspecify.annotations.Nullable;

/** Data that an operation carries from one region to another. */
final class Transfers {
    private Transfers() {}

    /**
     * Refuses with RESIDENCY_VIOLATED what the rule for the data forbids.
     *
     * @param field of the request that asks for the transfer
     */
    static void require(@Nullable Residency residency, RegionTransfer transfer, String field) {
        if (residency != null && !transfer.staysInRegion() && !residency.permits(transfer)) {
            throw new RejectedException(
                    ErrorCode.RESIDENCY_VIOLATED,
                    field,
                    "Carrying the data from %s to %s breaks the tenant's residency %s of %s."
                            .formatted(transfer.from(), transfer.to(), residency.mode(), residency.allowedRegions()));
        }
    }

    /** Keeps a transfer that crosses a border. */
    static void record(InstanceId instance, OperationId operation, OperationKind purpose, RegionTransfer transfer) {
        if (transfer.crossesBorder()) {
            apply(new DataTransferApproved(instance, operation, purpose, transfer));
        }
    }
}
