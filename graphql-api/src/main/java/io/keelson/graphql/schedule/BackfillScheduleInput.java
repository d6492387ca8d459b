package io.keelson.graphql.schedule;

import java.time.Instant;

/** Which past fires to make up for, and why. */
record BackfillScheduleInput(String scheduleId, Instant from, Instant to, String reason) {}
