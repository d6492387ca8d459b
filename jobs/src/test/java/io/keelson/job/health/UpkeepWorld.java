package io.keelson.job.health;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.operation.StepName;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.Settings;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InMemoryInstanceDriver;
import io.keelson.driver.testkit.InMemoryWorld;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.job.step.InstanceSpecs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Instances in memory, and rounds upon them at moments that the test chooses. */
final class UpkeepWorld {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final InMemoryWorld world = new InMemoryWorld();
    final InstanceDriver driver = new InMemoryInstanceDriver(world);
    final UpkeepGateway gateway = new UpkeepGateway();
    final UpkeepCommands commands = new UpkeepCommands(gateway);
    final Map<KnownSetting, String> values = new ConcurrentHashMap<>();
    final Settings settings = this::value;
    Memory memory = Memory.since(0);
    Instant now = START;

    private Map<String, Object> value(KnownSetting setting) {
        return JsonMapper.shared()
                .readValue(
                        values.getOrDefault(setting, setting.defaultValue()),
                        new TypeReference<Map<String, Object>>() {});
    }

    static InstanceBlueprint blueprint(UUID id) {
        InstanceBlueprint usual = InstanceFixtures.blueprint();
        return new InstanceBlueprint(
                new InstanceId(id),
                usual.name(),
                usual.type(),
                usual.partnerId(),
                usual.tenantId(),
                usual.versionId(),
                usual.component(),
                usual.version(),
                new DriverName("memory"),
                usual.configuration(),
                usual.resources(),
                usual.artifacts());
    }

    /** A running instance. */
    InstanceBlueprint provisioned() throws Exception {
        InstanceBlueprint blueprint = blueprint(UUID.randomUUID());
        apply(blueprint, DriverStepKind.inOrder());
        return blueprint;
    }

    void apply(InstanceBlueprint blueprint, List<DriverStepKind> kinds) throws DriverException, InterruptedException {
        for (DriverStepKind kind : kinds) {
            kind.of(driver).apply(context(blueprint));
        }
    }

    void remove(InstanceBlueprint blueprint, DriverStepKind kind) throws DriverException, InterruptedException {
        kind.of(driver).remove(context(blueprint));
    }

    private static StepContext context(InstanceBlueprint blueprint) {
        return new StepContext(InstanceSpecs.of(blueprint), "operation", StepProgress.NONE);
    }

    /** Does what a reconciliation would do. */
    void obey(InstanceBlueprint blueprint, ReconcileInstance command) {
        try {
            if (command.steps().contains(StepName.STOP)) {
                remove(blueprint, DriverStepKind.ACTIVATION);
                remove(blueprint, DriverStepKind.WORKLOAD);
            }
            for (DriverStepKind kind : DriverStepKind.inOrder()) {
                if (command.steps().contains(step(kind))) {
                    apply(blueprint, List.of(kind));
                }
            }
        } catch (DriverException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StepName step(DriverStepKind kind) {
        return switch (kind) {
            case RESERVATION -> StepName.VALIDATE;
            case DEPLOYMENT -> StepName.DEPLOY;
            case MIGRATION -> StepName.MIGRATE;
            case WORKLOAD -> StepName.START;
            case ACTIVATION -> StepName.ACTIVATE;
            default -> StepName.valueOf(kind.name());
        };
    }

    Watched watched(InstanceBlueprint blueprint, boolean running, boolean busy, boolean maintenance) {
        return new Watched(blueprint, running, busy, maintenance, true, true, memory, now);
    }

    /** Looks at the health once, after some seconds. */
    void look(InstanceBlueprint blueprint, long seconds) throws Exception {
        look(watchedAfter(blueprint, seconds));
    }

    void look(Watched watched) throws Exception {
        InstanceSpec spec = InstanceSpecs.of(watched.blueprint());
        memory = new HealthRound(commands, UpkeepSettings.of(settings))
                .look(watched, spec, driver)
                .memory();
    }

    private Watched watchedAfter(InstanceBlueprint blueprint, long seconds) {
        now = now.plusSeconds(seconds);
        return watched(blueprint, true, false, false);
    }

    /** Compares once, after some seconds. */
    void compare(InstanceBlueprint blueprint, boolean running, long seconds) throws Exception {
        now = now.plusSeconds(seconds);
        compare(watched(blueprint, running, false, false));
    }

    void compare(Watched watched) throws Exception {
        InstanceSpec spec = InstanceSpecs.of(watched.blueprint());
        memory = new DriftRound(commands, UpkeepSettings.of(settings)).look(watched, memory, spec, driver);
    }
}
