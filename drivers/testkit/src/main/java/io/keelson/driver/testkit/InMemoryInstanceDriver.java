package io.keelson.driver.testkit;

import io.keelson.driver.CommandOutput;
import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.FailureCode;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.OwnedThing;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A driver that keeps its instances in an {@link InMemoryWorld}. Several objects over one world behave as one driver
 * before and after a restart. Every step may be called any number of times.
 */
public final class InMemoryInstanceDriver implements InstanceDriver {
    private static final int NOT_FOUND = 127;

    private final InMemoryWorld world;
    private final InMemoryUpkeep upkeep;

    public InMemoryInstanceDriver(InMemoryWorld world) {
        this.world = world;
        this.upkeep = new InMemoryUpkeep(world);
    }

    static String url(InstanceSpec spec) {
        return "http://memory.invalid/" + spec.region() + "/" + spec.instanceId();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Observation observe(InstanceSpec instance) {
        Set<DriverStepKind> things = world.thingsOf(instance.instanceId());
        Set<Part> present = EnumSet.noneOf(Part.class);
        for (DriverStepKind thing : things) {
            present.addAll(partsOf(thing));
        }
        return new Observation(present, present.contains(Part.NETWORK) ? url(instance) : null, Map.of());
    }

    private static Set<Part> partsOf(DriverStepKind thing) {
        return switch (thing) {
            case RESERVATION -> Set.of(Part.RESERVATION);
            case COMPUTE -> Set.of(Part.COMPUTE);
            case DATABASE -> Set.of(Part.DATABASE, Part.ROLE);
            case NETWORK -> Set.of(Part.NETWORK);
            case STORAGE, DEPLOYMENT -> Set.of(Part.STORAGE);
            case WORKLOAD -> Set.of(Part.WORKLOAD);
            default -> Set.of();
        };
    }

    @Override
    public DriverStep reservation() {
        return step(DriverStepKind.RESERVATION);
    }

    @Override
    public DriverStep compute() {
        return step(DriverStepKind.COMPUTE);
    }

    @Override
    public DriverStep database() {
        return step(DriverStepKind.DATABASE);
    }

    @Override
    public DriverStep network() {
        return step(DriverStepKind.NETWORK);
    }

    @Override
    public DriverStep storage() {
        return step(DriverStepKind.STORAGE);
    }

    @Override
    public DriverStep deployment() {
        return step(DriverStepKind.DEPLOYMENT);
    }

    @Override
    public DriverStep migration() {
        return step(DriverStepKind.MIGRATION);
    }

    @Override
    public DriverStep environment() {
        return step(DriverStepKind.ENVIRONMENT);
    }

    @Override
    public DriverStep certificate() {
        return step(DriverStepKind.CERTIFICATE);
    }

    @Override
    public DriverStep suites() {
        return step(DriverStepKind.SUITES);
    }

    @Override
    public DriverStep capabilities() {
        return step(DriverStepKind.CAPABILITIES);
    }

    @Override
    public DriverStep residency() {
        return step(DriverStepKind.RESIDENCY);
    }

    @Override
    public DriverStep monitoring() {
        return step(DriverStepKind.MONITORING);
    }

    @Override
    public DriverStep workload() {
        return step(DriverStepKind.WORKLOAD);
    }

    @Override
    public DriverStep healthCheck() {
        return step(DriverStepKind.HEALTH_CHECK);
    }

    @Override
    public DriverStep smokeTest() {
        return step(DriverStepKind.SMOKE_TEST);
    }

    @Override
    public DriverStep activation() {
        return step(DriverStepKind.ACTIVATION);
    }

    /** Knows two programs: {@code echo} prints its arguments, {@code false} fails; any other is not found. */
    @Override
    public int run(InstanceCommand command, CommandOutput output) throws DriverException {
        if (!world.thingsOf(command.instanceId()).contains(DriverStepKind.DEPLOYMENT)
                || command.directory().contains("..")) {
            throw new DriverException(
                    FailureCode.SPECIFICATION_REFUSED,
                    "Instance %s has no directory \"%s\" to run a command in."
                            .formatted(command.instanceId(), command.directory()));
        }
        world.ran(command);
        return switch (command.words().getFirst()) {
            case "echo" -> {
                output.line(String.join(
                        " ", command.words().subList(1, command.words().size())));
                yield 0;
            }
            case "false" -> 1;
            default -> NOT_FOUND;
        };
    }

    @Override
    public DriverStep capacity() {
        return DriverStep.notApplicable("Memory has room for everything.");
    }

    @Override
    public DriverStep backup() {
        return world.backups().making();
    }

    @Override
    public DriverStep backupExpiry() {
        return world.backups().expiry();
    }

    @Override
    public DriverStep backupCheck() {
        return world.backups().checking();
    }

    @Override
    public DriverStep restoration() {
        return world.backups().restoration();
    }

    @Override
    public DriverStep disposal() {
        return DriverStep.notApplicable("Nothing is put aside in memory.");
    }

    @Override
    public DriverStep maintenance() {
        return DriverStep.notApplicable("Nobody listens in memory.");
    }

    @Override
    public HealthReport health(InstanceSpec instance) {
        return upkeep.health(instance);
    }

    @Override
    public List<Drift> drift(InstanceSpec instance, boolean running) {
        return upkeep.drift(instance, running);
    }

    @Override
    public List<OwnedThing> owned() {
        return upkeep.owned();
    }

    private DriverStep step(DriverStepKind kind) {
        return new InMemoryStep(world, kind);
    }
}
