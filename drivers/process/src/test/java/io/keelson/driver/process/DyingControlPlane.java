package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A control plane that provisions one instance and halts, as by {@code kill -9}, at a report of a step, or after the last
 * step. Arguments: root, database host, port, user, database, instance id, step, report. The password comes by environment.
 */
public final class DyingControlPlane {
    static final String PASSWORD = "DYING_CONTROL_PLANE_PASSWORD";
    static final int STATUS = 137;

    private DyingControlPlane() {}

    public static void main(String[] arguments) throws Exception {
        ProcessDriverSettings settings = new ProcessDriverSettings(
                Path.of(arguments[0]),
                new PortRange(23_000, 23_999),
                new DatabaseServer(
                        arguments[1],
                        Integer.parseInt(arguments[2]),
                        arguments[3],
                        () -> System.getenv(PASSWORD),
                        arguments[4],
                        DatabaseServer.DEFAULT_CONNECTION_LIMIT),
                ProcessDriverSettings.runningJava(),
                ProcessDriverSettings.SYSTEM_CONTROL_GROUPS,
                ProcessDriverSettings.DEFAULT_STOP_GRACE);
        InstanceSpec spec = spec(UUID.fromString(arguments[5]));
        DriverStepKind fatalStep = DriverStepKind.valueOf(arguments[6]);
        int fatalReport = Integer.parseInt(arguments[7]);
        ProcessInstanceDriver driver = new ProcessInstanceDriver(settings, Clock.systemUTC());
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            AtomicInteger reports = new AtomicInteger();
            kind.of(driver).apply(new StepContext(spec, "operation", (percent, message) -> {
                if (kind == fatalStep && reports.incrementAndGet() == fatalReport) {
                    Runtime.getRuntime().halt(STATUS);
                }
            }));
        }
        Runtime.getRuntime().halt(STATUS);
    }

    static InstanceSpec spec(UUID instanceId) {
        return InstanceSpecFixtures.aSpec(
                instanceId,
                TestWorkload.tinyServer()
                        .withPrepare("if [ -e ../../../linger ]; then sleep 600; exit 1; fi; echo done >> finished")
                        .workload());
    }
}
