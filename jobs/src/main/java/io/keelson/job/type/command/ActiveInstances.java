package io.keelson.job.type.command;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobOwner;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Instances in which commands may run. */
record ActiveInstances(QueryGateway queries) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * The instance, if it is active. One of somebody else is as unknown as one that does not exist.
     *
     * @param tenantId whose it must be; all zeros when the platform itself asks
     * @throws JobFailure INSTANCE_NOT_FOUND, WRONG_STATE or QUERY_FAILED
     */
    InstanceView get(InstanceId id, UUID tenantId) throws InterruptedException {
        InstanceView instance = ask(id).stream()
                .filter(found -> ownedBy(found, tenantId))
                .findFirst()
                .orElseThrow(() -> new JobFailure(
                        "INSTANCE_NOT_FOUND", "%s does not exist or belongs to somebody else.".formatted(id), false));
        if (instance.status() != InstanceStatus.ACTIVE) {
            throw new JobFailure(
                    "WRONG_STATE",
                    "%s is %s; commands run in active instances only.".formatted(id, instance.status()),
                    true);
        }
        return instance;
    }

    private static boolean ownedBy(InstanceView instance, UUID tenantId) {
        boolean platform = tenantId.equals(JobOwner.PLATFORM.tenantId());
        return platform
                || (instance.tenantId() != null && instance.tenantId().value().equals(tenantId));
    }

    private List<InstanceView> ask(InstanceId id) throws InterruptedException {
        try {
            return queries.query(new GetInstances(List.of(id)), ResponseTypes.multipleInstancesOf(InstanceView.class))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new JobFailure("QUERY_FAILED", "%s could not be looked up.".formatted(id), true, failure);
        }
    }
}
