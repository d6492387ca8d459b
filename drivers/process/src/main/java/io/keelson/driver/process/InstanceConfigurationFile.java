package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The document in which a workload reads what is switched on: several steps each write their part of it. */
record InstanceConfigurationFile(JsonMapper mapper) {
    private static final Set<String> PARTS_OF_STEPS = Set.of(
            "instanceId",
            "name",
            "component",
            "version",
            "region",
            "settings",
            "suites",
            "capabilities",
            "dataResidency",
            MaintenanceStep.PART);
    private static final TypeReference<LinkedHashMap<String, Object>> PARTS = new TypeReference<>() {};

    /** Puts parts in, in place of those with the same names. */
    void put(Path file, Map<String, Object> parts) throws IOException {
        Map<String, Object> all = readOwn(file);
        all.putAll(parts);
        PrivateFiles.write(file, mapper.writeValueAsBytes(all));
    }

    /** Takes one part out; an empty document, or one that is not there, is fine. */
    void remove(Path file, String part) throws IOException {
        Map<String, Object> all = readOwn(file);
        if (all.containsKey(part)) {
            all.remove(part);
            PrivateFiles.write(file, mapper.writeValueAsBytes(all));
        }
    }

    /** The parts as they are there; what is no JSON object has none. */
    Map<String, Object> read(Path file) throws IOException {
        return parse(PrivateFiles.read(file).orElse("{}"));
    }

    /** The same for a text. */
    Map<String, Object> parse(String json) {
        try {
            return new LinkedHashMap<>(mapper.readValue(json, PARTS));
        } catch (JacksonException edited) {
            return new LinkedHashMap<>();
        }
    }

    // A part that no step writes was put there by somebody else, and would stay for ever.
    private Map<String, Object> readOwn(Path file) throws IOException {
        Map<String, Object> parts = read(file);
        parts.keySet().retainAll(PARTS_OF_STEPS);
        return parts;
    }
}
