package io.keelson.api.schedule.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the history of a schedule; {@code cursors} runs parallel to {@code items}. */
public record ScheduleRunPage(List<ScheduleRunView> items, List<String> cursors, PageInfo info) {}
