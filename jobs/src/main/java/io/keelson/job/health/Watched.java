package io.keelson.job.health;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import java.time.Instant;

/**
 * An instance that this node looks at now.
 *
 * @param running whether it should run
 * @param busy whether an operation changes it
 * @param check whether its health is to be looked at
 * @param compare whether what exists of it is to be compared
 * @param now the database's time
 */
record Watched(
        InstanceBlueprint blueprint,
        boolean running,
        boolean busy,
        boolean maintenance,
        boolean check,
        boolean compare,
        Memory memory,
        Instant now) {
    InstanceId id() {
        return blueprint.instanceId();
    }
}
