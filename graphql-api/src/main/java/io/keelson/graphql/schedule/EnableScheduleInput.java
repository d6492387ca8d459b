package io.keelson.graphql.schedule;

/** Which schedule to enable. */
record EnableScheduleInput(String scheduleId) {}
