package io.keelson.driver.process;

import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What differs in what the workload reads: the document with its configuration, and its variables. */
record DocumentDrift(
        ReleaseCommands commands,
        EnvironmentFile environment,
        InstanceConfigurationFile configuration,
        JsonMapper mapper) {
    /** The operation that wrote the variables last may be any. */
    private static final String WRITER = "KEELSON_OPERATION_ID";

    void look(InstanceSpec spec, InstanceDirectory directory, Drifts drifts) throws IOException, DriverException {
        Set<String> parts = differences(wanted(spec), read(directory), Set.of(MaintenanceStep.PART));
        if (!parts.isEmpty()) {
            drifts.add(
                    Drift.Kind.CONFIGURATION_CHANGED,
                    "File %s differs in %s.".formatted(directory.configuration(), String.join(", ", parts)));
        }
        ProcessWorkload workload = spec.workload();
        if (workload != null && Files.exists(directory.databasePassword()) && hasPort(spec)) {
            variables(spec, workload, directory, drifts);
        }
    }

    private boolean hasPort(InstanceSpec spec) throws IOException {
        return environment
                .records()
                .find(spec.instanceId())
                .map(InstanceRecord::port)
                .isPresent();
    }

    private void variables(InstanceSpec spec, ProcessWorkload workload, InstanceDirectory directory, Drifts drifts)
            throws IOException, DriverException {
        StepContext context = new StepContext(spec, "", StepProgress.NONE);
        Set<String> names = differences(
                commands.environment(context, workload),
                variables(spec.instanceId(), directory),
                ofTheWriter(workload));
        if (!names.isEmpty()) {
            drifts.add(
                    Drift.Kind.ENVIRONMENT_CHANGED,
                    "The variables in %s differ in %s.".formatted(directory.environment(), String.join(", ", names)));
        }
    }

    /**
     * What says nothing of the instance. A search path that the release does not name is that of the control plane, which may
     * be another one at its next start or on another node.
     */
    private static Set<String> ofTheWriter(ProcessWorkload workload) {
        return workload.environment().containsKey(WorkloadEnvironment.SEARCH_PATH)
                ? Set.of(WRITER)
                : Set.of(WRITER, WorkloadEnvironment.SEARCH_PATH);
    }

    private Map<String, String> variables(UUID instanceId, InstanceDirectory directory)
            throws IOException, DriverException {
        if (!Files.exists(directory.environment())) {
            return Map.of();
        }
        try {
            return environment.read(instanceId);
        } catch (JacksonException edited) {
            return Map.of();
        }
    }

    /** As it would be read back after it was written, so that numbers have the same types. */
    private Map<String, Object> wanted(InstanceSpec spec) {
        Map<String, Object> wanted = new LinkedHashMap<>(EnvironmentStep.settings(spec));
        putUnlessEmpty(wanted, "suites", spec.suites());
        putUnlessEmpty(wanted, "capabilities", spec.capabilities());
        putUnlessEmpty(wanted, "dataResidency", spec.dataResidency());
        return configuration.parse(mapper.writeValueAsString(wanted));
    }

    private static void putUnlessEmpty(Map<String, Object> wanted, String part, List<String> names) {
        if (!names.isEmpty()) {
            wanted.put(part, names);
        }
    }

    private Map<String, Object> read(InstanceDirectory directory) throws IOException {
        return configuration.read(directory.configuration());
    }

    private static Set<String> differences(Map<String, ?> wanted, Map<String, ?> there, Set<String> apartFrom) {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(there.keySet());
        names.removeAll(apartFrom);
        names.removeIf(name -> Objects.equals(wanted.get(name), there.get(name)));
        return names;
    }
}
