package io.keelson.job.view;

import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobId;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobFilter;
import io.keelson.api.query.Direction;
import io.keelson.api.tenant.TenantId;
import io.keelson.job.desk.JobStates;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The condition of a filter in SQL, and the values it needs. */
final class JobSearch {
    private static final String ALWAYS = "true";
    /** Ids carry the time at which their batch began, so they are a little older than their rows. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    JobSearch(JobFilter filter) {
        if (filter.state() != null) {
            conditions.add(JobStates.condition(filter.state()));
        }
        equal("type", filter.type(), JobType::value);
        equal("queue", filter.queue(), QueueName::value);
        equal("tenant_id", filter.tenantId(), TenantId::value);
        equal("instance_id", filter.instanceId(), InstanceId::value);
        equal("schedule_id", filter.scheduleId(), id -> TypedId.parse("schedule", id));
        equal("parent_id", filter.parentId(), JobId::value);
        if (filter.tenantId() != null) {
            // Only with this is the index of tenants used; a tenant's id is never zero.
            conditions.add("tenant_id <> '00000000-0000-0000-0000-000000000000'");
        }
        if (filter.createdAfter() != null) {
            bound("created_at > :after", "after", Timestamp.from(filter.createdAfter()));
            bound("id >= :afterId", "afterId", firstId(filter.createdAfter().minus(SLACK)));
        }
        if (filter.createdBefore() != null) {
            bound("created_at < :before", "before", Timestamp.from(filter.createdBefore()));
            bound("id < :beforeId", "beforeId", firstId(filter.createdBefore().plusMillis(1)));
        }
    }

    /** And behind this id, in the direction of the list. */
    JobSearch behind(UUID last, Direction direction) {
        bound(direction == Direction.ASC ? "id > :last" : "id < :last", "last", last);
        return this;
    }

    String condition() {
        return conditions.isEmpty() ? ALWAYS : String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private <T> void equal(String column, @Nullable T value, Function<T, Object> stored) {
        if (value != null) {
            bound("%s = :%s".formatted(column, column), column, stored.apply(value));
        }
    }

    private void bound(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** No id of version 7 made at {@code moment} or later is smaller. */
    private static UUID firstId(Instant moment) {
        long millis = Math.max(0, moment.toEpochMilli());
        return new UUID((millis << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
