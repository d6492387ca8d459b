package io.keelson.job.health;

import tools.jackson.databind.json.JsonMapper;

/** The stored form of what is remembered and seen; apart from the application's mapper, whose settings may change. */
final class HealthJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HealthJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
