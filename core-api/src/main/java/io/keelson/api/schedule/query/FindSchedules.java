package io.keelson.api.schedule.query;

import io.keelson.api.query.Page;

/** Asks for schedules, oldest first; answers a {@link SchedulePage}. */
public record FindSchedules(ScheduleFilter filter, Page page) {}
