package io.keelson.api.schedule.query;

import io.keelson.api.schedule.ScheduleId;
import java.util.List;

/** Asks for schedules by id; answers a list of {@link ScheduleView} in no order, unknown ids left out. */
public record GetSchedules(List<ScheduleId> ids) {}
