package io.keelson.graphql.setting;

import io.keelson.api.setting.SettingKey;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.graphql.input.JsonObject;
import org.jspecify.annotations.Nullable;

/** Which setting gets which value, and why. */
record SetPlatformSettingInput(String key, @Nullable Object value, String reason) {
    SetPlatformSetting toCommand() {
        return SetPlatformSetting.of(
                new SettingKey(key), JsonObject.of("value", value).rest());
    }
}
