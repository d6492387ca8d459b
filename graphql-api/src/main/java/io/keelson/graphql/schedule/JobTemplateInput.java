package io.keelson.graphql.schedule;

import io.keelson.api.schedule.JobTemplate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What kind of job a schedule makes, as a caller describes it; what is null takes its default. */
record JobTemplateInput(
        String type,
        @Nullable Object payload,
        @Nullable String queue,
        @Nullable Integer priority,
        @Nullable Integer maxAttempts,
        @Nullable Duration timeout,
        @Nullable Duration backoff) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    JobTemplate toTemplate() {
        return new JobTemplate(
                type,
                JSON.writeValueAsString(Objects.requireNonNullElse(payload, Map.of())),
                queue,
                Objects.requireNonNullElse(priority, JobTemplate.DEFAULT_PRIORITY),
                new JobTemplate.Attempts(maxAttempts, timeout, backoff));
    }
}
