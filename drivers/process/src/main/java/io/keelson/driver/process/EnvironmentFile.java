package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The variables with which the workload is started, kept in one private file. */
record EnvironmentFile(InstanceRecords records, JsonMapper mapper) {
    private static final TypeReference<TreeMap<String, String>> VARIABLES = new TypeReference<>() {};

    void write(UUID instanceId, Map<String, String> variables) throws IOException {
        PrivateFiles.write(records.directory(instanceId).environment(), mapper.writeValueAsBytes(variables));
    }

    Map<String, String> read(UUID instanceId) throws IOException, DriverException {
        String json = PrivateFiles.read(records.directory(instanceId).environment())
                .orElseThrow(() -> new DriverException(
                        FailureCode.SYSTEM_ERROR,
                        "Instance %s has no environment; its environment step must run first.".formatted(instanceId)));
        return mapper.readValue(json, VARIABLES);
    }

    void delete(UUID instanceId) throws IOException {
        PrivateFiles.delete(records.directory(instanceId).environment());
    }
}
