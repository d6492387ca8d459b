package io.keelson.api.setting.event;

import io.keelson.api.message.LogicalName;
import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.SettingKey;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A platform setting has another value.
 *
 * @param before the value before, or null when it was the default of the product
 * @param value the value from now on, a JSON object in Java's types
 */
@LogicalName("platform-setting.changed")
@Revision("1")
public record PlatformSettingChanged(
        SettingId settingId, SettingKey key, @Nullable Map<String, Object> before, Map<String, Object> value)
        implements PlatformSettingEvent {}
