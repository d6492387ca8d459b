package io.keelson.api.job.query;

import java.time.Instant;

/** One line that a try of a job logged; {@code number} counts within the try from 1. */
public record JobLogLine(int attempt, int number, Instant at, String line) {}
