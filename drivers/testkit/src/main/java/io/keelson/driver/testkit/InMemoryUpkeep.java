package io.keelson.driver.testkit;

import io.keelson.driver.Drift;
import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthCheck.Status;
import io.keelson.driver.HealthMetrics;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.OwnedThing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What can be seen of the instances of an {@link InMemoryWorld}. */
record InMemoryUpkeep(InMemoryWorld world) {
    private static final Map<DriverStepKind, Drift.Kind> DRIFT_WITHOUT = Map.of(
            DriverStepKind.RESERVATION, Drift.Kind.MARK_CHANGED,
            DriverStepKind.COMPUTE, Drift.Kind.LIMITS_CHANGED,
            DriverStepKind.DATABASE, Drift.Kind.ROLE_MISSING,
            DriverStepKind.NETWORK, Drift.Kind.PORT_CHANGED,
            DriverStepKind.STORAGE, Drift.Kind.DATA_MISSING,
            DriverStepKind.DEPLOYMENT, Drift.Kind.RELEASE_CHANGED,
            DriverStepKind.ENVIRONMENT, Drift.Kind.ENVIRONMENT_CHANGED);

    HealthReport health(InstanceSpec spec) {
        Set<DriverStepKind> things = world.thingsOf(spec.instanceId());
        boolean running = things.contains(DriverStepKind.WORKLOAD);
        boolean sick = world.isSick(spec.instanceId());
        return new HealthReport(
                List.of(
                        check(HealthArea.WORKERS, running),
                        check(HealthArea.API, running && !sick),
                        check(HealthArea.DATABASE, things.contains(DriverStepKind.DATABASE))),
                HealthMetrics.UNKNOWN,
                running,
                running ? null : "It said goodbye.");
    }

    private static HealthCheck check(HealthArea area, boolean good) {
        return new HealthCheck(area, good ? Status.PASS : Status.FAIL, good ? "It is there." : "It is gone.");
    }

    List<Drift> drift(InstanceSpec spec, boolean running) {
        Set<DriverStepKind> things = world.thingsOf(spec.instanceId());
        List<Drift> drifts = new ArrayList<>();
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            Drift.Kind drift = DRIFT_WITHOUT.get(kind);
            if (drift != null && !things.contains(kind)) {
                drifts.add(new Drift(drift, kind + " is gone."));
            }
        }
        boolean runs = things.contains(DriverStepKind.WORKLOAD);
        if (runs != running) {
            drifts.add(new Drift(
                    running ? Drift.Kind.WORKLOAD_MISSING : Drift.Kind.WORKLOAD_UNWANTED, "It runs: " + runs));
        }
        if (things.contains(DriverStepKind.ACTIVATION) != running) {
            drifts.add(new Drift(Drift.Kind.SERVICE_MARK_CHANGED, "It should be in service: " + running));
        }
        return drifts;
    }

    List<OwnedThing> owned() {
        List<OwnedThing> things = new ArrayList<>();
        for (UUID instance : world.instances()) {
            world.thingsOf(instance).forEach(kind -> things.add(new OwnedThing(instance, kind.name(), kind.name())));
        }
        return things;
    }
}
