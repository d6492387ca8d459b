package io.keelson.driver.process;

import io.keelson.driver.CommandOutput;
import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.OwnedThing;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every instance as a process of the operating system (Linux) with a directory, a port, a role and a database of its
 * own. Processes outlive the control plane and are found again by any other driver object with the same root. Safe for
 * several threads and several control planes: those that work on one instance wait for each other.
 */
public final class ProcessInstanceDriver implements InstanceDriver {
    private final FileLocks locks;
    private final ProcessObserver observer;
    private final LocalStep reservation;
    private final LocalStep compute;
    private final LocalStep database;
    private final LocalStep network;
    private final LocalStep storage;
    private final LocalStep deployment;
    private final LocalStep migration;
    private final LocalStep environment;
    private final LocalStep certificate;
    private final LocalStep suites;
    private final LocalStep capabilities;
    private final LocalStep residency;
    private final LocalStep monitoring;
    private final LocalStep workload;
    private final LocalStep healthCheck;
    private final LocalStep smokeTest;
    private final LocalStep activation;
    private final InstanceCommandRun commandRun;
    private final LocalStep capacity;
    private final LocalStep backup;
    private final LocalStep backupExpiry;
    private final LocalStep backupCheck;
    private final LocalStep restoration;
    private final LocalStep disposal;
    private final LocalStep maintenance;
    private final HealthLook healthLook;
    private final DriftLook driftLook;
    private final OwnedLook ownedLook;
    private final LocalStep releaseCheck;
    private final LocalStep dataSafekeeping;
    private final LocalStep releaseSafekeeping;
    private final LocalStep reverseMigration;
    private final LocalStep dataCheck;
    private final LocalStep watch;

    /**
     * Makes a driver; nothing is touched until a step runs.
     *
     * @param clock tells when certificates begin and end
     */
    public ProcessInstanceDriver(ProcessDriverSettings settings, Clock clock) {
        this(
                settings,
                clock,
                BackupStores.only(
                        new BackupStore(settings.backups(), JsonMapper.builder().build())));
    }

    /** A driver of one of several sites. */
    ProcessInstanceDriver(ProcessDriverSettings settings, Clock clock, BackupStores stores) {
        JsonMapper mapper = JsonMapper.builder().build();
        locks = FileLocks.at(settings.root());
        DatabaseServer server = settings.database();
        DatabaseAdministration administration = new DatabaseAdministration(server);
        InstanceRecords records = new InstanceRecords(settings.root(), mapper);
        PortReservations ports = new PortReservations(settings.root(), settings.ports(), records, locks);
        ControlGroups groups = groups(settings);
        ProcessTable table = new ProcessTable();
        InstanceProcesses processes = new InstanceProcesses(table, groups, settings.site());
        ProcessEnding ending = new ProcessEnding(table, settings.stopGrace());
        Launcher launcher = new Launcher(groups, settings.site());
        CommandRun run = new CommandRun(launcher, processes, ending);
        ReleaseCommands commands =
                new ReleaseCommands(records, server, settings.java(), new WorkloadEnvironment(mapper));
        EnvironmentFile environmentFile = new EnvironmentFile(records, mapper);
        InstanceConfigurationFile configuration = new InstanceConfigurationFile(mapper);
        Workloads workloads = new Workloads(records, table, processes, mapper);
        WorkloadExit exit = new WorkloadExit(records, workloads, groups);
        CertificateAuthority authority = new CertificateAuthority(settings.root(), clock);
        HttpProbe probe = new HttpProbe(authority);
        MetricsProbe metricsProbe = new MetricsProbe(probe);

        observer = new ProcessObserver(records, ports, groups, workloads, server, administration);
        reservation = new ReservationStep(records, processes, ending);
        compute = new ComputeStep(groups, processes, ending);
        database = new DatabaseStep(records, server, administration);
        network = new NetworkStep(records, ports);
        storage = new StorageStep(records);
        deployment = new DeploymentStep(records, commands, run, processes, ending);
        migration = new MigrationStep(records, server, administration, commands, run, processes, ending);
        environment = new EnvironmentStep(records, commands, environmentFile, configuration);
        ServerCertificate serverCertificate = new ServerCertificate(authority, clock);
        certificate = new CertificateStep(records, serverCertificate);
        suites = new SwitchedOnStep(records, configuration, "suites", InstanceSpec::suites);
        capabilities = new SwitchedOnStep(records, configuration, "capabilities", InstanceSpec::capabilities);
        residency = new ResidencyStep(records, configuration);
        monitoring = new MonitoringStep(records);
        workload = new WorkloadStep(
                records, commands, environmentFile, launcher, table, processes, ending, workloads, exit);
        healthCheck = new HealthCheckStep(records, workloads, exit, probe);
        smokeTest = new SmokeTestStep(records, workloads, exit, probe);
        activation = new ActivationStep(records);
        commandRun = new InstanceCommandRun(records, environmentFile, locks, launcher, processes, ending);
        Restoration aside = new Restoration(records, administration, mapper);
        capacity = new CapacityStep(records, server, administration);
        backup = new BackupStep(records, stores, server, clock);
        backupExpiry = new BackupExpiryStep(records, stores, mapper);
        backupCheck = new BackupCheckStep(stores);
        restoration = new RestorationStep(records, stores, server, administration, aside);
        disposal = new DisposalStep(server, aside);
        maintenance = new MaintenanceStep(records, configuration);
        releaseCheck = new ReleaseCheckStep();
        dataSafekeeping = new DataSafekeepingStep(records, server, administration, aside);
        releaseSafekeeping = new ReleaseSafekeepingStep(records, aside);
        reverseMigration = new ReverseMigrationStep(records, commands, run, processes, ending);
        dataCheck = new DataCheckStep(server, administration);
        watch = new WatchStep(records, workloads, exit, probe, metricsProbe);
        DatabaseWatch databaseWatch = new DatabaseWatch(server);
        healthLook = new HealthLook(
                records,
                workloads,
                new ApiLook(records, probe, new ProbeRecord()),
                new MetricsLook(metricsProbe),
                new DatabaseLook(server, databaseWatch),
                new StorageLook(records, new DiskUsage(databaseWatch, clock)),
                new WorkloadUsage(table, groups));
        driftLook = new DriftLook(
                records,
                new DocumentDrift(commands, environmentFile, configuration, mapper),
                new ReleaseDrift(),
                new PlaceDrift(records, ports, serverCertificate, groups),
                new DatabaseDrift(server, databaseWatch),
                workloads);
        ownedLook = new OwnedLook(records, ports, table, server);
    }

    private static ControlGroups groups(ProcessDriverSettings settings) {
        ControlGroups groups = ControlGroups.at(settings.controlGroups());
        return settings.site() == null ? groups : new SiteControlGroups(groups, settings.site());
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Observation observe(InstanceSpec instance) throws DriverException {
        return observer.observe(instance);
    }

    @Override
    public DriverStep reservation() {
        return exclusive(reservation);
    }

    @Override
    public DriverStep compute() {
        return exclusive(compute);
    }

    @Override
    public DriverStep database() {
        return exclusive(database);
    }

    @Override
    public DriverStep network() {
        return exclusive(network);
    }

    @Override
    public DriverStep storage() {
        return exclusive(storage);
    }

    @Override
    public DriverStep deployment() {
        return exclusive(deployment);
    }

    @Override
    public DriverStep migration() {
        return exclusive(migration);
    }

    @Override
    public DriverStep environment() {
        return exclusive(environment);
    }

    @Override
    public DriverStep certificate() {
        return exclusive(certificate);
    }

    @Override
    public DriverStep suites() {
        return exclusive(suites);
    }

    @Override
    public DriverStep capabilities() {
        return exclusive(capabilities);
    }

    @Override
    public DriverStep residency() {
        return exclusive(residency);
    }

    @Override
    public DriverStep monitoring() {
        return exclusive(monitoring);
    }

    @Override
    public DriverStep workload() {
        return exclusive(workload);
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep healthCheck() {
        return new GuardedStep(healthCheck);
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep smokeTest() {
        return new GuardedStep(smokeTest);
    }

    @Override
    public DriverStep activation() {
        return exclusive(activation);
    }

    /** Keeps no operation waiting: the instance is locked only while the command starts. */
    @Override
    public int run(InstanceCommand command, CommandOutput output) throws DriverException, InterruptedException {
        try {
            return commandRun.run(command, output);
        } catch (IOException failure) {
            throw FileFailure.of(command.instanceId(), failure);
        }
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep capacity() {
        return new GuardedStep(capacity);
    }

    @Override
    public DriverStep backup() {
        return exclusive(backup);
    }

    @Override
    public DriverStep backupExpiry() {
        return exclusive(backupExpiry);
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep backupCheck() {
        return new GuardedStep(backupCheck);
    }

    @Override
    public DriverStep restoration() {
        return exclusive(restoration);
    }

    @Override
    public DriverStep disposal() {
        return exclusive(disposal);
    }

    @Override
    public DriverStep maintenance() {
        return exclusive(maintenance);
    }

    @Override
    public HealthReport health(InstanceSpec instance) throws DriverException, InterruptedException {
        try {
            return healthLook.look(instance);
        } catch (IOException failure) {
            throw FileFailure.of(instance.instanceId(), failure);
        }
    }

    @Override
    public List<Drift> drift(InstanceSpec instance, boolean running) throws DriverException {
        try {
            return driftLook.look(instance, running);
        } catch (IOException failure) {
            throw FileFailure.of(instance.instanceId(), failure);
        }
    }

    @Override
    public List<OwnedThing> owned() throws DriverException {
        return ownedLook.look();
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep releaseCheck() {
        return new GuardedStep(releaseCheck);
    }

    @Override
    public DriverStep dataSafekeeping() {
        return exclusive(dataSafekeeping);
    }

    @Override
    public DriverStep releaseSafekeeping() {
        return exclusive(releaseSafekeeping);
    }

    @Override
    public DriverStep reverseMigration() {
        return exclusive(reverseMigration);
    }

    @Override
    public DriverStep dataCheck() {
        return exclusive(dataCheck);
    }

    /** Changes nothing, so it does not keep a removal waiting. */
    @Override
    public DriverStep watch() {
        return new GuardedStep(watch);
    }

    private DriverStep exclusive(LocalStep step) {
        return new ExclusiveStep(new GuardedStep(step), locks);
    }
}
