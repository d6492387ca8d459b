package io.keelson.driver.process;

import io.keelson.driver.CommandOutput;
import io.keelson.driver.DriverException;
import io.keelson.driver.DriverStep;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.time.Clock;
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
        JsonMapper mapper = JsonMapper.builder().build();
        locks = FileLocks.at(settings.root());
        DatabaseServer server = settings.database();
        DatabaseAdministration administration = new DatabaseAdministration(server);
        InstanceRecords records = new InstanceRecords(settings.root(), mapper);
        PortReservations ports = new PortReservations(settings.root(), settings.ports(), records, locks);
        ControlGroups groups = ControlGroups.at(settings.controlGroups());
        ProcessTable table = new ProcessTable();
        InstanceProcesses processes = new InstanceProcesses(table, groups);
        ProcessEnding ending = new ProcessEnding(table, settings.stopGrace());
        Launcher launcher = new Launcher(groups);
        CommandRun run = new CommandRun(launcher, processes, ending);
        ReleaseCommands commands =
                new ReleaseCommands(records, server, settings.java(), new WorkloadEnvironment(mapper));
        EnvironmentFile environmentFile = new EnvironmentFile(records, mapper);
        InstanceConfigurationFile configuration = new InstanceConfigurationFile(mapper);
        Workloads workloads = new Workloads(records, table, processes, mapper);
        WorkloadExit exit = new WorkloadExit(records, workloads, groups);
        CertificateAuthority authority = new CertificateAuthority(settings.root(), clock);
        HttpProbe probe = new HttpProbe(authority);

        observer = new ProcessObserver(records, ports, groups, workloads, server, administration);
        reservation = new ReservationStep(records, processes, ending);
        compute = new ComputeStep(groups, processes, ending);
        database = new DatabaseStep(records, server, administration);
        network = new NetworkStep(records, ports);
        storage = new StorageStep(records);
        deployment = new DeploymentStep(records, commands, run, processes, ending);
        migration = new MigrationStep(records, server, administration, commands, run, processes, ending);
        environment = new EnvironmentStep(records, commands, environmentFile, configuration);
        certificate = new CertificateStep(records, new ServerCertificate(authority, clock));
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
        BackupStore store = new BackupStore(settings.backups(), mapper);
        Restoration aside = new Restoration(records, administration, mapper);
        capacity = new CapacityStep(records);
        backup = new BackupStep(records, store, server, clock);
        backupExpiry = new BackupExpiryStep(store);
        backupCheck = new BackupCheckStep(store);
        restoration = new RestorationStep(records, store, server, administration, aside);
        disposal = new DisposalStep(server, aside);
        maintenance = new MaintenanceStep(records, configuration);
        releaseCheck = new ReleaseCheckStep();
        dataSafekeeping = new DataSafekeepingStep(records, server, administration, aside);
        releaseSafekeeping = new ReleaseSafekeepingStep(records, aside);
        reverseMigration = new ReverseMigrationStep(records, commands, run, processes, ending);
        dataCheck = new DataCheckStep(server, administration);
        watch = new WatchStep(records, workloads, exit, probe);
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
