package io.keelson.benchmark.rollout;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.MaintenanceWindowsSet;
import io.keelson.api.operation.OperationId;
import io.keelson.api.upgrade.MaintenanceWindow;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionId;
import io.keelson.api.version.event.VersionReleased;
import io.keelson.benchmark.fleet.Fleet;
import io.keelson.benchmark.projection.EventWriter;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Instances of one component with many releases, all of them behind the last one; half may be upgraded at night only. */
final class NightlyFleet {
    static final ComponentName COMPONENT = new ComponentName("storefront");
    static final SemanticVersion TARGET = number(39);
    private static final int RELEASES = 40;
    private static final int HOURS = 24;

    private NightlyFleet() {}

    /** Writes the releases and the instances, and says which. */
    static List<InstanceId> write(EventWriter writer) {
        IntStream.range(0, RELEASES).forEach(minor -> {
            VersionReleased released = released(minor);
            writer.write("version", released.versionId().toString(), 0, List.of(released));
        });
        List<InstanceId> ids = new ArrayList<>();
        for (int number = 0; number < Fleet.SIZE; number++) {
            InstanceBlueprint blueprint = Fleet.blueprint(number, COMPONENT, number(number % (RELEASES - 1)));
            ids.add(blueprint.instanceId());
            writer.write("instance", blueprint.instanceId().toString(), 0, history(number, blueprint));
        }
        writer.flush();
        return ids;
    }

    private static List<Object> history(int number, InstanceBlueprint blueprint) {
        OperationId operation = OperationId.random();
        InstanceId id = blueprint.instanceId();
        List<Object> events = new ArrayList<>(List.of(
                new InstanceProvisioningRequested(id, operation, UpdatePolicy.AUTO_UPDATE, blueprint),
                new InstanceActivated(id, operation, InstanceFixtures.URL)));
        if (number % 2 == 0) {
            events.add(new MaintenanceWindowsSet(id, operation, List.of(night(number / 2)), List.of()));
        }
        return events;
    }

    private static MaintenanceWindow night(int number) {
        return new MaintenanceWindow(
                "nightly",
                Set.of(),
                null,
                LocalTime.of((HOURS - 2 + number % 6) % HOURS, 30),
                Duration.ofHours(2),
                number % 3 == 0 ? "Africa/Lagos" : "Europe/Berlin",
                Set.of());
    }

    private static VersionReleased released(int minor) {
        VersionReleased usual = UpgradeFixtures.released();
        return new VersionReleased(
                VersionId.random(),
                COMPONENT,
                usual.type(),
                number(minor),
                usual.status(),
                usual.changelog(),
                false,
                false,
                usual.dependencies(),
                usual.artifacts());
    }

    private static SemanticVersion number(int minor) {
        return new SemanticVersion("1.%d.0".formatted(minor));
    }
}
