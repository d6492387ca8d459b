package io.keelson.api.suspension;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identity of the hold of one suspension on one instance; as text {@code hold:<uuid>}. */
public record HoldId(UUID value) {
    private static final String PREFIX = "hold";

    /** The hold of this suspension on this instance: always the same, so a hold is never placed twice. */
    public static HoldId of(SuspensionId suspensionId, InstanceId instanceId) {
        String name = suspensionId + "/" + instanceId;
        return new HoldId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the text form; anything else is refused and names the field {@code holdId}. */
    @JsonCreator
    public static HoldId parse(String text) {
        return new HoldId(TypedId.parse(PREFIX, text));
    }

    /**
     * Id of an operation of this hold: always the same, so that asking for it again after a crash is a repetition.
     *
     * @param number how many operations this hold has asked for before
     */
    public OperationId operation(int number) {
        String name = this + "/" + number;
        return new OperationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
