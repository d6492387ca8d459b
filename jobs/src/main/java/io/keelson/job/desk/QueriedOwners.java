package io.keelson.job.desk;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantView;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** Owners as the read model shows them. */
public final class QueriedOwners implements JobOwners {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final QueryGateway queries;

    public QueriedOwners(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public Known lookUp(Collection<JobOwnership> owners) {
        List<TenantId> tenants = ids(owners, JobOwnership::tenantId);
        List<InstanceId> instances = ids(owners, JobOwnership::instanceId);
        Set<TenantId> knownTenants = tenants.isEmpty()
                ? Set.of()
                : ask(new GetTenants(tenants), TenantView.class).stream()
                        .map(TenantView::id)
                        .collect(Collectors.toSet());
        Map<InstanceId, InstanceView> knownInstances = instances.isEmpty()
                ? Map.of()
                : ask(new GetInstances(instances), InstanceView.class).stream()
                        .collect(Collectors.toMap(InstanceView::id, Function.identity()));
        return owner -> require(owner, knownTenants, knownInstances);
    }

    private static JobOwnership require(
            JobOwnership owner, Set<TenantId> tenants, Map<InstanceId, InstanceView> instances) {
        TenantId tenant = owner.tenantId();
        if (tenant != null && !tenants.contains(tenant)) {
            throw new RejectedException(ErrorCode.TENANT_NOT_FOUND, "tenantId", "There is no %s.".formatted(tenant));
        }
        if (owner.instanceId() == null) {
            return owner;
        }
        InstanceView instance = instances.get(owner.instanceId());
        if (instance == null) {
            throw new RejectedException(
                    ErrorCode.INSTANCE_NOT_FOUND, "instanceId", "There is no %s.".formatted(owner.instanceId()));
        }
        if (tenant != null && !tenant.equals(instance.tenantId())) {
            throw new RejectedException(
                    ErrorCode.OWNER_MISMATCH,
                    "instanceId",
                    "%s does not belong to %s.".formatted(owner.instanceId(), tenant));
        }
        return new JobOwnership(instance.tenantId(), owner.instanceId());
    }

    private static <T> List<T> ids(Collection<JobOwnership> owners, Function<JobOwnership, @Nullable T> id) {
        return owners.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private <T> List<T> ask(Object query, Class<T> type) {
        try {
            return queries.query(query, ResponseTypes.multipleInstancesOf(type))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new CompletionException(e);
        }
    }
}
