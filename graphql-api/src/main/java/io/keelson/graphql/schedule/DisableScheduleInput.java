package io.keelson.graphql.schedule;

/** Which schedule to disable, and why. */
record DisableScheduleInput(String scheduleId, String reason) {}
