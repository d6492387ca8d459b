package io.keelson.api.setting.query;

import io.keelson.api.query.Page;
import io.keelson.api.setting.SettingId;

/** Asks for the changes of a platform setting, latest first; answers a {@link SettingChangePage}. */
public record FindSettingChanges(SettingId settingId, Page page) {}
