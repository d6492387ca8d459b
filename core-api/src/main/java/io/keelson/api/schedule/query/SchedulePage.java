package io.keelson.api.schedule.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of schedules; {@code cursors} runs parallel to {@code items}. */
public record SchedulePage(List<ScheduleView> items, List<String> cursors, PageInfo info) {}
