package io.keelson.api.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a schedule; as text {@code schedule:<uuid>}, so ids of different kinds never collide in the event store. */
public record ScheduleId(UUID value) {
    private static final String PREFIX = "schedule";

    public static ScheduleId random() {
        return new ScheduleId(UUID.randomUUID());
    }

    /** Reads the text form; anything else is refused and names the field {@code scheduleId}. */
    @JsonCreator
    public static ScheduleId parse(String text) {
        return new ScheduleId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
