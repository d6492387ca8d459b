package io.keelson.command.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.MigrateInstance;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationParameter;
import io.keelson.api.tenant.residency.Region;
import io.keelson.api.tenant.residency.RegionTransfer;
import io.keelson.command.Reason;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownInstance;
import io.keelson.command.directory.ResidencyRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** The part of an instance that is moved from one place to another. */
final class Relocation {
    private static final Set<InstanceStatus> ACTIVE = EnumSet.of(InstanceStatus.ACTIVE);

    private final InstanceState state;
    private final OperationRequests requests;

    Relocation(InstanceState state) {
        this.state = state;
        this.requests = new OperationRequests(state);
    }

    @CommandHandler
    OperationId decide(
            MigrateInstance command,
            Claims claims,
            Directory directory,
            DriverSites sites,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (requests.isNew(command.operationId(), claims)) {
            requests.require(ACTIVE);
            InstanceBlueprint before = state.blueprint();
            RegionTransfer transfer = new RegionTransfer(state.region(), command.region());
            sites.of(before.driver()).requireOther(transfer.from(), transfer.to());
            InstanceBlueprint after = before.withConfiguration(moved(before.configuration(), command));
            Owners owners = new Owners(directory);
            owners.requireActive(before);
            ResidencyRule.require(owners.residency(before), KnownInstance.of(after), "");
            Transfers.require(owners.residency(before), transfer, "region");
            requests.begin(command.operationId(), OperationKind.MIGRATE, after, parameters(command, transfer));
            Transfers.record(state.instanceId(), command.operationId(), OperationKind.MIGRATE, transfer);
        }
        return command.operationId();
    }

    private static InstanceConfiguration moved(InstanceConfiguration before, MigrateInstance command) {
        String region = command.region().value();
        List<String> resting = command.dataResidency() == null
                ? before.dataResidency()
                : command.dataResidency().stream().map(Region::value).toList();
        if (!resting.isEmpty() && !resting.contains(region)) {
            throw new RejectedException(
                    ErrorCode.RESIDENCY_VIOLATED,
                    command.dataResidency() == null ? "region" : "dataResidency",
                    "The data may rest in %s only, which region %s is not among; name all of its regions."
                            .formatted(resting, region));
        }
        return before.movedTo(region, resting);
    }

    /** The snapshot that carries the instance has the id of the operation, so to ask again is to ask for the same. */
    private static Map<String, String> parameters(MigrateInstance command, RegionTransfer transfer) {
        return Map.of(
                OperationParameter.BACKUP_ID,
                command.operationId().value().toString(),
                OperationParameter.BACKUP_REGION,
                transfer.from().value(),
                OperationParameter.BACKUP_PASSING,
                "true",
                OperationParameter.OTHER_REGION,
                transfer.from().value());
    }
}
