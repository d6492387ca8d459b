package io.keelson.app.job;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.tenant.TenantId;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.InstanceOwner;
import io.keelson.job.desk.JobOwners;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Owners as the command side knows them, read in the transaction of the command: the read model may be late, and its own
 * transactions cannot begin inside that one.
 */
record DirectoryOwners(Directory directory) implements JobOwners {
    @Override
    public Known lookUp(Collection<JobOwnership> owners) {
        Map<TenantId, RejectedException> refusals = new HashMap<>();
        owners.stream()
                .map(JobOwnership::tenantId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(tenant -> refusal(tenant).ifPresent(refusal -> refusals.put(tenant, refusal)));
        Map<InstanceId, InstanceOwner> instances = new HashMap<>();
        owners.stream()
                .map(JobOwnership::instanceId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(instance -> directory.ownerOf(instance).ifPresent(owner -> instances.put(instance, owner)));
        return owner -> require(owner, refusals, instances);
    }

    /** Why the tenant gets no jobs, if it gets none; kept, so that the refusal can name the job of a batch. */
    private Optional<RejectedException> refusal(TenantId tenant) {
        try {
            var _ = directory.requireActive(tenant);
            return Optional.empty();
        } catch (RejectedException refusal) {
            return Optional.of(refusal);
        }
    }

    private static JobOwnership require(
            JobOwnership wanted, Map<TenantId, RejectedException> refusals, Map<InstanceId, InstanceOwner> instances) {
        @Nullable TenantId tenant = wanted.tenantId();
        if (tenant != null && refusals.containsKey(tenant)) {
            throw refusals.get(tenant);
        }
        InstanceId instance = wanted.instanceId();
        if (instance == null) {
            return wanted;
        }
        InstanceOwner owner = instances.get(instance);
        if (owner == null) {
            throw new RejectedException(
                    ErrorCode.INSTANCE_NOT_FOUND, "instanceId", "There is no %s.".formatted(instance));
        }
        if (tenant != null && !tenant.equals(owner.tenantId())) {
            throw new RejectedException(
                    ErrorCode.OWNER_MISMATCH, "instanceId", "%s does not belong to %s.".formatted(instance, tenant));
        }
        return new JobOwnership(owner.tenantId(), instance);
    }
}
