package io.keelson.api.setting.event;

import io.keelson.api.message.DomainEvent;
import io.keelson.api.setting.SettingId;

/** Index of what can happen to a platform setting. */
public sealed interface PlatformSettingEvent extends DomainEvent permits PlatformSettingChanged {
    SettingId settingId();
}
