package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What the commands of a release find in their environment; nothing of the control plane's own but the search path. */
final class WorkloadEnvironment {
    /** The only variable that comes from the control plane's own environment. */
    static final String SEARCH_PATH = "PATH";

    private static final String DEFAULT_SEARCH_PATH = "/usr/local/bin:/usr/bin:/bin";

    private final JsonMapper mapper;
    private final String searchPath;

    WorkloadEnvironment(JsonMapper mapper) {
        this.mapper = mapper;
        this.searchPath = System.getenv().getOrDefault(SEARCH_PATH, DEFAULT_SEARCH_PATH);
    }

    /** The release may override everything but what begins with {@code KEELSON_}. */
    Map<String, String> of(
            InstanceSpec spec,
            ProcessWorkload workload,
            String operationId,
            Placeholders placeholders,
            InstanceDirectory directory) {
        Map<String, String> environment = new TreeMap<>();
        Path home = directory.release();
        environment.put(SEARCH_PATH, searchPath);
        environment.put("HOME", home.toString());
        environment.put("PORT", placeholders.fill("{port}"));
        workload.environment().forEach((name, value) -> environment.put(name, placeholders.fill(value)));
        environment.put(LaunchedCommand.INSTANCE_VARIABLE, spec.instanceId().toString());
        environment.put("KEELSON_OPERATION_ID", operationId);
        environment.put("KEELSON_VERSION", spec.version());
        environment.put("KEELSON_REGION", spec.region());
        environment.put("KEELSON_SUITES", String.join(",", spec.suites()));
        environment.put("KEELSON_CAPABILITIES", String.join(",", spec.capabilities()));
        environment.put("KEELSON_SETTINGS", mapper.writeValueAsString(spec.settings()));
        return environment;
    }
}
