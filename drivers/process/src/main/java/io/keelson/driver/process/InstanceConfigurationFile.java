package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The document in which a workload reads what is switched on: several steps each write their part of it. */
record InstanceConfigurationFile(JsonMapper mapper) {
    private static final TypeReference<LinkedHashMap<String, Object>> PARTS = new TypeReference<>() {};

    /** Puts parts in, in place of those with the same names. */
    void put(Path file, Map<String, Object> parts) throws IOException {
        Map<String, Object> all = read(file);
        all.putAll(parts);
        PrivateFiles.write(file, mapper.writeValueAsBytes(all));
    }

    /** Takes one part out; an empty document, or one that is not there, is fine. */
    void remove(Path file, String part) throws IOException {
        Map<String, Object> all = read(file);
        if (all.containsKey(part)) {
            all.remove(part);
            PrivateFiles.write(file, mapper.writeValueAsBytes(all));
        }
    }

    private Map<String, Object> read(Path file) throws IOException {
        return PrivateFiles.read(file)
                .map(json -> mapper.readValue(json, PARTS))
                .orElseGet(LinkedHashMap::new);
    }
}
