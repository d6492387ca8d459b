package io.keelson.api.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Name of a platform setting, for example {@code plans}: words of lower-case letters, joined by dots or hyphens. */
public record SettingKey(@JsonValue String value) {
    private static final int MAXIMUM = 100;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    @JsonCreator
    public SettingKey {
        value = Require.matching(
                "key", value, MAXIMUM, SHAPE, "a key is made of lower-case words, joined by dots or hyphens");
    }

    /** The aggregate that keeps the setting: always the same for the same key. */
    public SettingId id() {
        return new SettingId(UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
