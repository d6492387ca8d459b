package io.keelson.api.worker.query;

import java.time.Instant;
import java.util.UUID;

/**
 * A job that a worker holds.
 *
 * @param since when the worker took it
 */
public record WorkerJob(UUID id, String type, Instant since) {}
