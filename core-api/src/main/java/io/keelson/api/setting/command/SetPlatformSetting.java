package io.keelson.api.setting.command;

import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.SettingKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives a platform setting a value. Needs a reason in the metadata. Rejected with SETTING_NOT_FOUND when no known setting
 * has this key, and with SETTING_NOT_ACCEPTED and the path of the wrong value when its schema does not accept the value.
 * Setting what is set already changes nothing.
 *
 * @param settingId that of the key
 * @param value a JSON object in Java's types
 */
public record SetPlatformSetting(
        @TargetAggregateIdentifier SettingId settingId, SettingKey key, Map<String, Object> value) {
    public SetPlatformSetting {
        // Not Map.copyOf, which knows no null and keeps no order.
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }

    public static SetPlatformSetting of(SettingKey key, Map<String, Object> value) {
        return new SetPlatformSetting(key.id(), key, value);
    }
}
