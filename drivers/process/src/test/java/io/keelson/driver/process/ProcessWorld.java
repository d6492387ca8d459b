package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import io.keelson.driver.StepResult;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.postgres.EphemeralPostgres;
import io.keelson.postgres.PostgresAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A root directory and a database server, and drivers upon them. */
final class ProcessWorld {
    static final String OPERATION = "operation-7";
    private static final PostgresAddress POSTGRES =
            EphemeralPostgres.shared().newDatabase().address();

    private final ProcessDriverSettings settings;

    private ProcessWorld(ProcessDriverSettings settings) {
        this.settings = settings;
    }

    static ProcessWorld in(Path root) {
        return new ProcessWorld(new ProcessDriverSettings(
                root,
                new PortRange(23_000, 23_999),
                server(POSTGRES),
                ProcessDriverSettings.runningJava(),
                ProcessDriverSettings.SYSTEM_CONTROL_GROUPS,
                Duration.ofSeconds(5)));
    }

    static DatabaseServer server(PostgresAddress address) {
        return new DatabaseServer(
                address.host(),
                address.port(),
                address.user(),
                address::password,
                address.database(),
                DatabaseServer.DEFAULT_CONNECTION_LIMIT);
    }

    static PostgresAddress postgres() {
        return POSTGRES;
    }

    ProcessWorld withPorts(int first, int last) {
        return with(settings.root(), new PortRange(first, last), settings.database(), settings.stopGrace());
    }

    ProcessWorld withDatabase(DatabaseServer server) {
        return with(settings.root(), settings.ports(), server, settings.stopGrace());
    }

    ProcessWorld withStopGrace(Duration grace) {
        return with(settings.root(), settings.ports(), settings.database(), grace);
    }

    private ProcessWorld with(Path root, PortRange ports, DatabaseServer server, Duration grace) {
        return new ProcessWorld(
                new ProcessDriverSettings(root, ports, server, settings.java(), settings.controlGroups(), grace));
    }

    ProcessInstanceDriver newDriver() {
        return new ProcessInstanceDriver(settings, Clock.systemUTC());
    }

    InstanceDirectory directory(InstanceSpec spec) {
        return new InstanceRecords(settings.root(), JsonMapper.shared()).directory(spec.instanceId());
    }

    StepResult apply(DriverStepKind kind, InstanceSpec spec) throws DriverException, InterruptedException {
        return kind.of(newDriver()).apply(context(spec));
    }

    void apply(List<DriverStepKind> kinds, InstanceSpec spec) throws DriverException, InterruptedException {
        ProcessInstanceDriver driver = newDriver();
        for (DriverStepKind kind : kinds) {
            kind.of(driver).apply(context(spec));
        }
    }

    void applyAll(InstanceSpec spec) throws DriverException, InterruptedException {
        apply(DriverStepKind.inOrder(), spec);
    }

    void removeAll(InstanceSpec spec) throws DriverException, InterruptedException {
        ProcessInstanceDriver driver = newDriver();
        for (DriverStepKind kind : DriverStepKind.inReverse()) {
            kind.of(driver).remove(context(spec));
        }
    }

    Observation observe(InstanceSpec spec) throws DriverException {
        return newDriver().observe(spec);
    }

    long pid(InstanceSpec spec) throws DriverException {
        return Long.parseLong(observe(spec).facts().get("pid"));
    }

    static StepContext context(InstanceSpec spec) {
        return new StepContext(spec, OPERATION, StepProgress.NONE);
    }
}
