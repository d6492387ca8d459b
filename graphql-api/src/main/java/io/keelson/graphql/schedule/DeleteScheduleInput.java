package io.keelson.graphql.schedule;

/** Which schedule to delete, and why. */
record DeleteScheduleInput(String scheduleId, String reason) {}
