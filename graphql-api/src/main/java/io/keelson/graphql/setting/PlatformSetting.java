package io.keelson.graphql.setting;

import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.query.PlatformSettingView;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A known setting with the value that counts.
 *
 * @param updatedAt when it was set last, or null while it has its default
 */
record PlatformSetting(
        String key,
        Map<String, Object> value,
        Map<String, Object> defaultValue,
        String description,
        String reader,
        Map<String, Object> schema,
        @Nullable Instant updatedAt) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param set the setting as it was set last, or null while it has its default */
    static PlatformSetting of(KnownSetting known, @Nullable PlatformSettingView set) {
        return new PlatformSetting(
                known.key().value(),
                set == null ? object(known.defaultValue()) : set.value(),
                object(known.defaultValue()),
                known.description(),
                known.reader(),
                object(known.schema()),
                set == null ? null : set.updatedAt());
    }

    private static Map<String, Object> object(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
