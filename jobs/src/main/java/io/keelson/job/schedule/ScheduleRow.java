package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is needed to make jobs of a schedule. */
record ScheduleRow(
        UUID id,
        ScheduleDefinition definition,
        @Nullable UUID tenantId,
        @Nullable UUID instanceId,
        String createdBy) {
    static final String COLUMNS = "id, definition, tenant_id, instance_id, created_by";

    static ScheduleRow of(ResultSet row) throws SQLException {
        return new ScheduleRow(
                row.getObject("id", UUID.class),
                ScheduleJson.read(row.getString("definition")),
                row.getObject("tenant_id", UUID.class),
                row.getObject("instance_id", UUID.class),
                row.getString("created_by"));
    }
}
