package io.keelson.job.step;

import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A driver whose steps all do what the test says, and which remembers the calls. */
final class FakeDriver implements InstanceDriver {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<StepContext> contexts = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour = () -> new StepResult.Done("done", Map.of());

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Observation observe(InstanceSpec instance) {
        return new Observation(Set.of(), null, Map.of());
    }

    @Override
    public DriverStep reservation() {
        return step("reservation");
    }

    @Override
    public DriverStep compute() {
        return step("compute");
    }

    @Override
    public DriverStep database() {
        return step("database");
    }

    @Override
    public DriverStep network() {
        return step("network");
    }

    @Override
    public DriverStep storage() {
        return step("storage");
    }

    @Override
    public DriverStep deployment() {
        return step("deployment");
    }

    @Override
    public DriverStep migration() {
        return step("migration");
    }

    @Override
    public DriverStep environment() {
        return step("environment");
    }

    @Override
    public DriverStep certificate() {
        return step("certificate");
    }

    @Override
    public DriverStep suites() {
        return step("suites");
    }

    @Override
    public DriverStep capabilities() {
        return step("capabilities");
    }

    @Override
    public DriverStep residency() {
        return step("residency");
    }

    @Override
    public DriverStep monitoring() {
        return step("monitoring");
    }

    @Override
    public DriverStep workload() {
        return step("workload");
    }

    @Override
    public DriverStep healthCheck() {
        return step("healthCheck");
    }

    @Override
    public DriverStep smokeTest() {
        return step("smokeTest");
    }

    @Override
    public DriverStep activation() {
        return step("activation");
    }

    private DriverStep step(String name) {
        return new DriverStep() {
            @Override
            public StepResult apply(StepContext context) throws DriverException, InterruptedException {
                return call("apply " + name, context);
            }

            @Override
            public StepResult remove(StepContext context) throws DriverException, InterruptedException {
                return call("remove " + name, context);
            }
        };
    }

    private StepResult call(String name, StepContext context) throws DriverException, InterruptedException {
        calls.add(name);
        contexts.add(context);
        return behaviour.run();
    }

    /** What every step does. */
    interface Behaviour {
        StepResult run() throws DriverException, InterruptedException;
    }
}
