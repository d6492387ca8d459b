package io.keelson.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Several drivers of one kind, one for each site, as one driver: every call goes to the site of the instance's region. What
 * rests at one site is seen by the others only where the drivers share it.
 */
public final class SitedDriver implements InstanceDriver {
    private final Sites sites;
    private final Map<String, InstanceDriver> byRegion;

    /**
     * Joins drivers.
     *
     * @param home region of the site that also gets the instances of every other region
     * @param byRegion the drivers by the regions of their sites, that of {@code home} among them
     */
    public SitedDriver(String home, Map<String, ? extends InstanceDriver> byRegion) {
        if (!byRegion.containsKey(home)) {
            throw new IllegalArgumentException("No driver is given for the home region " + home + ".");
        }
        this.sites = new Sites(home, byRegion.keySet());
        this.byRegion = Map.copyOf(byRegion);
    }

    private InstanceDriver at(String region) {
        InstanceDriver driver = byRegion.get(sites.of(region));
        if (driver == null) {
            throw new IllegalStateException("No driver serves region " + region + ".");
        }
        return driver;
    }

    private DriverStep step(Function<InstanceDriver, DriverStep> kind) {
        return new DriverStep() {
            @Override
            public StepResult apply(StepContext context) throws DriverException, InterruptedException {
                return kind.apply(at(context.instance().region())).apply(context);
            }

            @Override
            public StepResult remove(StepContext context) throws DriverException, InterruptedException {
                return kind.apply(at(context.instance().region())).remove(context);
            }
        };
    }

    @Override
    public String name() {
        return at(sites.home()).name();
    }

    @Override
    public Sites sites() {
        return sites;
    }

    @Override
    public Observation observe(InstanceSpec instance) throws DriverException, InterruptedException {
        return at(instance.region()).observe(instance);
    }

    @Override
    public HealthReport health(InstanceSpec instance) throws DriverException, InterruptedException {
        return at(instance.region()).health(instance);
    }

    @Override
    public List<Drift> drift(InstanceSpec instance, boolean running) throws DriverException, InterruptedException {
        return at(instance.region()).drift(instance, running);
    }

    @Override
    public List<OwnedThing> owned() throws DriverException, InterruptedException {
        List<OwnedThing> owned = new ArrayList<>();
        for (InstanceDriver driver : byRegion.values()) {
            owned.addAll(driver.owned());
        }
        return List.copyOf(owned);
    }

    @Override
    public int run(InstanceCommand command, CommandOutput output) throws DriverException, InterruptedException {
        return at(command.region()).run(command, output);
    }

    @Override
    public DriverStep reservation() {
        return step(InstanceDriver::reservation);
    }

    @Override
    public DriverStep compute() {
        return step(InstanceDriver::compute);
    }

    @Override
    public DriverStep database() {
        return step(InstanceDriver::database);
    }

    @Override
    public DriverStep network() {
        return step(InstanceDriver::network);
    }

    @Override
    public DriverStep storage() {
        return step(InstanceDriver::storage);
    }

    @Override
    public DriverStep deployment() {
        return step(InstanceDriver::deployment);
    }

    @Override
    public DriverStep migration() {
        return step(InstanceDriver::migration);
    }

    @Override
    public DriverStep environment() {
        return step(InstanceDriver::environment);
    }

    @Override
    public DriverStep certificate() {
        return step(InstanceDriver::certificate);
    }

    @Override
    public DriverStep suites() {
        return step(InstanceDriver::suites);
    }

    @Override
    public DriverStep capabilities() {
        return step(InstanceDriver::capabilities);
    }

    @Override
    public DriverStep residency() {
        return step(InstanceDriver::residency);
    }

    @Override
    public DriverStep monitoring() {
        return step(InstanceDriver::monitoring);
    }

    @Override
    public DriverStep workload() {
        return step(InstanceDriver::workload);
    }

    @Override
    public DriverStep healthCheck() {
        return step(InstanceDriver::healthCheck);
    }

    @Override
    public DriverStep smokeTest() {
        return step(InstanceDriver::smokeTest);
    }

    @Override
    public DriverStep activation() {
        return step(InstanceDriver::activation);
    }

    @Override
    public DriverStep capacity() {
        return step(InstanceDriver::capacity);
    }

    @Override
    public DriverStep backup() {
        return step(InstanceDriver::backup);
    }

    @Override
    public DriverStep backupExpiry() {
        return step(InstanceDriver::backupExpiry);
    }

    @Override
    public DriverStep backupCheck() {
        return step(InstanceDriver::backupCheck);
    }

    @Override
    public DriverStep restoration() {
        return step(InstanceDriver::restoration);
    }

    @Override
    public DriverStep disposal() {
        return step(InstanceDriver::disposal);
    }

    @Override
    public DriverStep maintenance() {
        return step(InstanceDriver::maintenance);
    }

    @Override
    public DriverStep releaseCheck() {
        return step(InstanceDriver::releaseCheck);
    }

    @Override
    public DriverStep dataSafekeeping() {
        return step(InstanceDriver::dataSafekeeping);
    }

    @Override
    public DriverStep releaseSafekeeping() {
        return step(InstanceDriver::releaseSafekeeping);
    }

    @Override
    public DriverStep reverseMigration() {
        return step(InstanceDriver::reverseMigration);
    }

    @Override
    public DriverStep dataCheck() {
        return step(InstanceDriver::dataCheck);
    }

    @Override
    public DriverStep watch() {
        return step(InstanceDriver::watch);
    }
}
