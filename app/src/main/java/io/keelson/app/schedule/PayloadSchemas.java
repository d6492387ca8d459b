package io.keelson.app.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.command.version.SettingsSchema;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.schedule.PayloadRule;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Payloads of schedules against the JSON Schema of their type, by the same rules as the settings of instances, and against its own rules. */
final class PayloadSchemas implements PayloadRule {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public void require(JobHandler handler, String payload) {
        String schema = handler.payloadSchema();
        try {
            if (schema != null) {
                SettingsSchema.of(schema).requireAccepted(JSON.readValue(payload, OBJECT));
            }
            handler.validate(payload);
        } catch (JacksonException e) {
            throw RejectedException.invalid("job.payload", "job.payload must be a JSON object.");
        } catch (RejectedException e) {
            throw renamed(e.rejection());
        }
    }

    /** The rules speak of the configuration of an instance and of a payload; here it is that of a schedule's job. */
    private static RejectedException renamed(Rejection rejection) {
        String field = Objects.requireNonNullElse(rejection.field(), "configuration")
                .replaceFirst("^(configuration|payload)", "job.payload");
        return RejectedException.invalid(
                field, rejection.message().replaceFirst("^(configuration|payload)", "job.payload"));
    }
}
