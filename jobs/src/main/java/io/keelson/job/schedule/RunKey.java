package io.keelson.job.schedule;

import io.keelson.api.schedule.RunKind;
import java.time.Instant;
import java.util.UUID;

/** Identity of an entry of the history: there is one of each kind for a fire, whoever makes it. */
record RunKey(UUID scheduleId, Instant fireTime, RunKind kind) {}
