package io.keelson.api.setting.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the history of a setting; {@code cursors} runs parallel to {@code items}. */
public record SettingChangePage(List<SettingChangeView> items, List<String> cursors, PageInfo info) {}
