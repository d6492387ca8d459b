package io.keelson.job.step;

import tools.jackson.databind.json.JsonMapper;

/** The stored form of step jobs and blueprints; apart from the application's mapper, whose settings may change. */
final class StepJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StepJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** Whether an object has a field of this name. */
    static boolean has(String json, String field) {
        return MAPPER.readTree(json).has(field);
    }
}
