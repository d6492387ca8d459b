package io.keelson.api.schedule.query;

import io.keelson.api.query.Page;
import io.keelson.api.schedule.ScheduleId;

/** Asks for the history of a schedule, newest fire first; answers a {@link ScheduleRunPage}. */
public record FindScheduleRuns(ScheduleId scheduleId, Page page) {}
