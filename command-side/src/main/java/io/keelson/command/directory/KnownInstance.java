package io.keelson.command.directory;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceName;
import io.keelson.api.instance.InstanceType;
import io.keelson.api.tenant.residency.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command may know of an instance that is not terminated.
 *
 * @param dataResidency regions that its data may rest in; empty when unrestricted
 * @param destination where it is being moved to, or null
 */
public record KnownInstance(
        InstanceId instanceId,
        InstanceName name,
        InstanceType type,
        Region region,
        List<Region> dataResidency,
        @Nullable Destination destination) {
    public KnownInstance {
        dataResidency = List.copyOf(dataResidency);
    }

    /** An instance that stays where it is. */
    public KnownInstance(
            InstanceId instanceId, InstanceName name, InstanceType type, Region region, List<Region> dataResidency) {
        this(instanceId, name, type, region, dataResidency, null);
    }

    /** Where an instance is being moved to, and where its data may rest then. */
    public record Destination(Region region, List<Region> dataResidency) {
        public Destination {
            dataResidency = List.copyOf(dataResidency);
        }
    }

    /** The instance as its blueprint describes it. */
    public static KnownInstance of(InstanceBlueprint blueprint) {
        return new KnownInstance(
                blueprint.instanceId(),
                blueprint.name(),
                blueprint.type(),
                new Region(blueprint.configuration().region()),
                blueprint.configuration().dataResidency().stream()
                        .map(Region::new)
                        .toList());
    }

    /** For a sentence. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, instanceId);
    }
}
