package io.keelson.query.health;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceConfigured;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceHealthChanged;
import io.keelson.api.instance.event.InstanceMigrated;
import io.keelson.api.instance.event.InstanceRestarted;
import io.keelson.api.instance.event.InstanceRestored;
import io.keelson.api.instance.event.InstanceResumed;
import io.keelson.api.instance.event.InstanceRolledBack;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.event.InstanceUpgraded;
import org.jspecify.annotations.Nullable;

/** What an event says of the health of its instance. */
record HealthChange(
        InstanceHealth health,
        String reason,
        boolean leftAlone,
        @Nullable String lastWords) {
    /** Null for an event that says nothing of it. */
    static @Nullable HealthChange of(InstanceEvent event) {
        return switch (event) {
            case InstanceHealthChanged changed ->
                new HealthChange(changed.health(), changed.reason(), changed.leftAlone(), changed.lastWords());
            case InstanceActivated _ -> answers("It was provisioned and passed its health check.");
            case InstanceResumed _ -> answers("It was resumed and passed its health check.");
            case InstanceConfigured _ -> answers("It was configured and passed its health check.");
            case InstanceRestored _ -> answers("It was restored and passed its health check.");
            case InstanceMigrated _ -> answers("It was migrated and passed its health check.");
            case InstanceUpgraded _ -> answers("It was upgraded and passed its health check.");
            case InstanceRolledBack _ -> answers("It was rolled back and passed its health check.");
            case InstanceRestarted restarted ->
                restarted.healed() ? null : answers("It was restarted and passed its health check.");
            case InstanceSuspended _ -> unknown("It was suspended.");
            case InstanceTerminationRequested _ -> unknown("Its termination was asked for.");
            case InstanceTerminationFailed failed ->
                failed.nothingRemoved() ? answers("Its termination failed and touched nothing.") : null;
            default -> null;
        };
    }

    private static HealthChange answers(String reason) {
        return new HealthChange(InstanceHealth.HEALTHY, reason, false, null);
    }

    private static HealthChange unknown(String reason) {
        return new HealthChange(InstanceHealth.UNKNOWN, reason, false, null);
    }
}
