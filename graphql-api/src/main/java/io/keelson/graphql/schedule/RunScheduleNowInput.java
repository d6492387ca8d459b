package io.keelson.graphql.schedule;

/** Which schedule to run. */
record RunScheduleNowInput(String scheduleId) {}
