package io.keelson.api.schedule.query;

import io.keelson.api.schedule.ScheduleId;
import java.util.List;

/** Asks for the newest entry in the history of each schedule; answers a list of {@link ScheduleRunView} in no order. */
public record GetLastRuns(List<ScheduleId> scheduleIds) {}
