package io.keelson.driver.process;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Which process is the workload of which instance; found again after a restart of the control plane. */
final class Workloads {
    private final InstanceRecords records;
    private final ProcessTable table;
    private final InstanceProcesses processes;
    private final JsonMapper mapper;
    private final Map<UUID, Process> startedHere = new ConcurrentHashMap<>();

    Workloads(InstanceRecords records, ProcessTable table, InstanceProcesses processes, JsonMapper mapper) {
        this.records = records;
        this.table = table;
        this.processes = processes;
        this.mapper = mapper;
    }

    /**
     * The running workload. A process without a record was started by a control plane that died before it could write one:
     * the first leader of a session among the workload's processes is it.
     */
    Optional<ProcessEntry> find(UUID instanceId) throws IOException {
        Optional<ProcessEntry> recorded = PrivateFiles.read(
                        records.directory(instanceId).workloadRecord())
                .map(json -> mapper.readValue(json, ProcessEntry.class));
        if (recorded.isPresent()) {
            return recorded.filter(entry -> isAlive(instanceId, entry));
        }
        return processes.of(instanceId, LaunchedCommand.WORKLOAD).stream()
                .filter(ProcessEntry::leadsItsSession)
                .min(Comparator.comparingLong(ProcessEntry::startTicks));
    }

    private boolean isAlive(UUID instanceId, ProcessEntry recorded) {
        return table.find(recorded.pid())
                        .filter(entry -> entry.startTicks() == recorded.startTicks())
                        .isPresent()
                && table.mayHaveVariable(recorded.pid(), LaunchedCommand.INSTANCE_VARIABLE, instanceId.toString());
    }

    void remember(UUID instanceId, Process process) {
        startedHere.put(instanceId, process);
    }

    void record(UUID instanceId, ProcessEntry entry) throws IOException {
        PrivateFiles.write(records.directory(instanceId).workloadRecord(), mapper.writeValueAsBytes(entry));
    }

    /** With what the workload ended; only known to the control plane that started it. */
    OptionalInt exitStatus(UUID instanceId) {
        Process process = startedHere.get(instanceId);
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    void forget(UUID instanceId) throws IOException {
        startedHere.remove(instanceId);
        PrivateFiles.delete(records.directory(instanceId).workloadRecord());
    }
}
