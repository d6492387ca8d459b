package io.keelson.job.type;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.job.queue.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Payloads and results of jobs as JSON; strict, and apart from the application's mapper, whose settings may change. */
public final class JobJson {
    /** Refuses what the type does not know. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final String PAYLOAD = "payload";
    private static final String INVALID = "INVALID_PAYLOAD";

    private JobJson() {}

    /**
     * Reads a payload.
     *
     * @throws RejectedException INVALID_INPUT with the path of the wrong value, below {@code payload}
     */
    public static <T> T read(String payload, Class<T> type) {
        try {
            return MAPPER.readValue(payload, type);
        } catch (JacksonException e) {
            throw refusal(PAYLOAD, e);
        }
    }

    /**
     * Reads a part of a payload.
     *
     * @param field where it stands
     * @throws RejectedException INVALID_INPUT with the path of the wrong value, below {@code field}
     */
    public static <T> T read(String field, JsonNode part, Class<T> type) {
        try {
            return MAPPER.treeToValue(part, type);
        } catch (JacksonException e) {
            throw refusal(field, e);
        }
    }

    /**
     * Reads the payload of a job that is about to run.
     *
     * @throws JobFailure INVALID_PAYLOAD, not to be tried again
     */
    public static <T> T readToRun(String payload, Class<T> type) {
        try {
            return read(payload, type);
        } catch (RejectedException refused) {
            throw new JobFailure(INVALID, String.valueOf(refused.getMessage()), false, refused);
        }
    }

    public static String write(Object result) {
        return MAPPER.writeValueAsString(result);
    }

    /** The JSON Schema that lies as {@code payload.schema.json} beside a handler. */
    public static String schemaOf(Class<?> handler) {
        try (InputStream in = handler.getResourceAsStream("payload.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("There is no payload.schema.json beside " + handler.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RejectedException refusal(String root, JacksonException e) {
        String path = root + e.getPath().stream().map(JobJson::part).collect(Collectors.joining());
        if (e.getCause() instanceof RejectedException refused) {
            Rejection rejection = refused.rejection();
            boolean located = rejection.field() != null && rejection.field().startsWith(PAYLOAD);
            return located ? refused : new RejectedException(rejection.code(), path, rejection.message());
        }
        return RejectedException.invalid(path, "%s is not accepted.".formatted(path));
    }

    private static String part(Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? "[%d]".formatted(reference.getIndex()) : "." + name;
    }
}
