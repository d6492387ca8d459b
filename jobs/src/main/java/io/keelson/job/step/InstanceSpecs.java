package io.keelson.job.step;

import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.version.ArtifactFile;
import io.keelson.api.version.ProcessArtifact;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.WorkloadFile;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A blueprint in the words of the driver interface. */
public final class InstanceSpecs {
    private InstanceSpecs() {}

    public static InstanceSpec of(InstanceBlueprint blueprint) {
        InstanceConfiguration configuration = blueprint.configuration();
        return new InstanceSpec(
                blueprint.instanceId().value(),
                blueprint.name().value(),
                blueprint.component().value(),
                blueprint.version().value(),
                configuration.region(),
                configuration.dataResidency(),
                configuration.enabledSuites(),
                configuration.enabledCapabilities(),
                configuration.customDomain(),
                configuration.sslEnabled(),
                configuration.settings(),
                blueprint.resources().cpuMillis(),
                blueprint.resources().memoryMegabytes(),
                blueprint.resources().storageMegabytes(),
                workload(blueprint.artifacts().process()));
    }

    private static @Nullable ProcessWorkload workload(@Nullable ProcessArtifact artifact) {
        if (artifact == null) {
            return null;
        }
        return new ProcessWorkload(
                artifact.files().stream().map(InstanceSpecs::file).toList(),
                artifact.prepare(),
                artifact.migrate(),
                artifact.command(),
                artifact.environment(),
                artifact.healthPath(),
                artifact.smokePaths(),
                Duration.ofSeconds(artifact.healthTimeoutSeconds()),
                Objects.requireNonNullElse(artifact.reverse(), List.of()),
                artifact.metricsPath());
    }

    private static WorkloadFile file(ArtifactFile file) {
        return new WorkloadFile(file.path(), file.source(), file.sha256());
    }
}
