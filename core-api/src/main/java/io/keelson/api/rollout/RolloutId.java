package io.keelson.api.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identity of a rollout; as text {@code rollout:<uuid>}. */
public record RolloutId(UUID value) {
    private static final String PREFIX = "rollout";

    public static RolloutId random() {
        return new RolloutId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code rolloutId}. */
    @JsonCreator
    public static RolloutId parse(String text) {
        return new RolloutId(TypedId.parse(PREFIX, text));
    }

    /**
     * Id of the operation that upgrades a member: always the same, so that asking for it again after a crash is a repetition.
     *
     * @param attempt how often the member has failed before in this rollout
     */
    public OperationId operation(InstanceId instanceId, int attempt) {
        String name = "%s/%s/%d".formatted(this, instanceId, attempt);
        return new OperationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
