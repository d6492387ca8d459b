package io.keelson.api.setting.query;

import io.keelson.api.setting.SettingId;
import java.util.List;

/** Asks for platform settings that were set at least once; answers a list of {@link PlatformSettingView} in no order. */
public record GetPlatformSettings(List<SettingId> ids) {}
