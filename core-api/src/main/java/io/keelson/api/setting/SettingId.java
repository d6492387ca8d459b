package io.keelson.api.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.id.TypedId;
import java.util.UUID;

/** Identity of a platform setting; as text {@code setting:<uuid>}, derived from its key. */
public record SettingId(UUID value) {
    private static final String PREFIX = "setting";

    /** Reads the text form; anything else is refused and names the field {@code settingId}. */
    @JsonCreator
    public static SettingId parse(String text) {
        return new SettingId(TypedId.parse(PREFIX, text));
    }

    @JsonValue
    @Override
    public String toString() {
        return TypedId.format(PREFIX, value);
    }
}
