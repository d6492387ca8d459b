package io.keelson.graphql.instance;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.ConfigurationChange;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.ResourcesChange;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.command.BackupInstance;
import io.keelson.api.instance.command.ConfigureInstance;
import io.keelson.api.instance.command.ConfirmTermination;
import io.keelson.api.instance.command.RestoreInstance;
import io.keelson.api.instance.command.ResumeInstance;
import io.keelson.api.instance.command.ScaleInstance;
import io.keelson.api.instance.command.SetDeletionProtection;
import io.keelson.api.instance.command.SetInstanceTags;
import io.keelson.api.instance.command.SetMaintenance;
import io.keelson.api.instance.command.SuspendInstance;
import io.keelson.api.tenant.residency.Region;
import io.keelson.graphql.request.Request;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Asks for operations on living instances. Rejected with the codes of the commands. */
@Controller
final class LifecycleMutations {
    private final InstanceRequests requests;

    LifecycleMutations(InstanceRequests requests) {
        this.requests = requests;
    }

    @MutationMapping
    InstancePayload suspendInstance(@Argument SuspendInstanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(
                Request.of(environment).withReason(input.reason()),
                input.instanceId(),
                (id, operation) -> new SuspendInstance(id, operation, SuspensionCause.PERSON));
    }

    @MutationMapping
    InstancePayload resumeInstance(@Argument ResumeInstanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(
                Request.of(environment),
                input.instanceId(),
                (id, operation) -> new ResumeInstance(id, operation, SuspensionCause.PERSON));
    }

    @MutationMapping
    InstancePayload configureInstance(@Argument ConfigureInstanceInput input, DataFetchingEnvironment environment) {
        ConfigurationChange change = input.toChange();
        return requests.operate(
                Request.of(environment),
                input.instanceId(),
                (id, operation) -> new ConfigureInstance(id, operation, change));
    }

    @MutationMapping
    InstancePayload scaleInstance(@Argument ScaleInstanceInput input, DataFetchingEnvironment environment) {
        ResourcesChange change = input.toChange();
        return requests.operate(
                Request.of(environment),
                input.instanceId(),
                (id, operation) -> new ScaleInstance(id, operation, change));
    }

    @MutationMapping
    InstancePayload backupInstance(@Argument BackupInstanceInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        BackupId backup = new BackupId(request.newId("backup"));
        Region region = input.toRegion();
        return requests.operate(
                request, input.instanceId(), (id, operation) -> new BackupInstance(id, operation, backup, region));
    }

    @MutationMapping
    InstancePayload migrateInstance(@Argument MigrateInstanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(
                Request.of(environment).withReason(input.reason()), input.instanceId(), input::toCommand);
    }

    @MutationMapping
    InstancePayload restoreInstance(@Argument RestoreInstanceInput input, DataFetchingEnvironment environment) {
        BackupId backup = BackupId.parse(input.backupId());
        return requests.operate(
                Request.of(environment).withReason(input.reason()),
                input.instanceId(),
                (id, operation) -> new RestoreInstance(id, operation, backup));
    }

    @MutationMapping
    InstancePayload setMaintenance(@Argument SetMaintenanceInput input, DataFetchingEnvironment environment) {
        return requests.operate(
                Request.of(environment),
                input.instanceId(),
                (id, operation) -> new SetMaintenance(id, operation, input.on()));
    }

    @MutationMapping
    ProtectionPayload setInstanceTags(@Argument SetInstanceTagsInput input, DataFetchingEnvironment environment) {
        SetInstanceTags command = input.toCommand();
        return new ProtectionPayload(requests.change(Request.of(environment), command.instanceId(), command));
    }

    @MutationMapping
    ProtectionPayload setDeletionProtection(
            @Argument SetDeletionProtectionInput input, DataFetchingEnvironment environment) {
        InstanceId id = InstanceId.parse(input.instanceId());
        return new ProtectionPayload(requests.change(
                Request.of(environment).withReason(input.reason()),
                id,
                new SetDeletionProtection(id, input.on(), Boolean.TRUE.equals(input.secondPerson()))));
    }

    @MutationMapping
    ProtectionPayload confirmTermination(@Argument ConfirmTerminationInput input, DataFetchingEnvironment environment) {
        InstanceId id = InstanceId.parse(input.instanceId());
        return new ProtectionPayload(
                requests.change(Request.of(environment).withReason(input.reason()), id, new ConfirmTermination(id)));
    }
}
