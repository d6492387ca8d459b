package io.keelson.job.schedule;

import io.keelson.api.schedule.ScheduleDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of definitions; apart from the application's mapper, whose settings may change. */
final class ScheduleJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ScheduleJson() {}

    static String write(ScheduleDefinition definition) {
        return MAPPER.writeValueAsString(definition);
    }

    static ScheduleDefinition read(String json) {
        return MAPPER.readValue(json, ScheduleDefinition.class);
    }
}
