package io.keelson.job.desk;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.query.JobTypeView;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobHandler;
import io.keelson.schema.JsonSchema;
import io.keelson.schema.UnusableSchemaException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A kind of work and what its payload must look like.
 *
 * @param schema null when any JSON will do
 */
record KnownType(JobHandler handler, @Nullable JsonSchema schema) {
    private static final String FIELD = "payload";
    private static final JsonMapper JSON = JsonMapper.shared();

    static KnownType of(JobHandler handler) {
        String text = handler.payloadSchema();
        try {
            return new KnownType(handler, text == null ? null : JsonSchema.of(text));
        } catch (UnusableSchemaException e) {
            throw new IllegalStateException(
                    "The payload schema of job type %s is not usable: %s.".formatted(handler.type(), e.why()), e);
        }
    }

    /** Refuses with PAYLOAD_NOT_ACCEPTED and the path of the first wrong value as field. */
    void requireAccepted(String payload) {
        JsonNode json = read(payload);
        if (schema != null) {
            schema.violation(json).ifPresent(violation -> {
                String field = violation.below(FIELD);
                throw refused(
                        field,
                        "%s is not accepted by type %s: %s.".formatted(field, handler.type(), violation.message()));
            });
        }
        try {
            handler.validate(payload);
        } catch (RejectedException e) {
            throw refused(
                    Objects.requireNonNullElse(e.rejection().field(), FIELD),
                    e.rejection().message());
        }
    }

    JobTypeView view() {
        JobDefaults defaults = handler.defaults();
        return new JobTypeView(
                new JobType(handler.type()),
                handler.submittable(),
                new QueueName(defaults.queue()),
                defaults.retry().maxAttempts(),
                defaults.retry().timeout(),
                defaults.retry().backoff(),
                handler.payloadSchema());
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JacksonException e) {
            throw refused(FIELD, "payload is no JSON.");
        }
    }

    private static RejectedException refused(String field, String message) {
        return new RejectedException(ErrorCode.PAYLOAD_NOT_ACCEPTED, field, message);
    }
}
