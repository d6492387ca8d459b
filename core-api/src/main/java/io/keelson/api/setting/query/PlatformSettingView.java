package io.keelson.api.setting.query;

import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.SettingKey;
import java.time.Instant;
import java.util.Map;

/** A platform setting as last projected. */
public record PlatformSettingView(SettingId id, SettingKey key, Map<String, Object> value, Instant updatedAt) {}
