package io.keelson.job.type.maintenance;

import io.keelson.api.error.Require;

/** Which {@link MaintenanceTask} to do. */
record MaintenancePayload(String task) {
    private static final int LONGEST_NAME = 60;

    MaintenancePayload {
        Require.text("payload.task", task, LONGEST_NAME);
    }
}
