package io.keelson.job.health;

import io.keelson.api.health.HealthReportView;
import org.jspecify.annotations.Nullable;

/**
 * What a look has led to.
 *
 * @param memory what is remembered from now on
 * @param report what is kept as a sample, or null when nothing was seen
 */
record Looked(Watched watched, Memory memory, @Nullable HealthReportView report) {}
