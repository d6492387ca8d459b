package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells from a workload's own counters what it did since they were looked at last. Known from the second look on. */
final class MetricsLook {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Those that were looked at longest ago are forgotten; a terminated instance is never looked at again. */
    private static final int MOST_REMEMBERED = 10_000;

    private final MetricsProbe probe;
    private final SequencedMap<UUID, Reading> readings = new LinkedHashMap<>();

    MetricsLook(MetricsProbe probe) {
        this.probe = probe;
    }

    private record Reading(ProcessEntry workload, RequestCounts counts, long nanos) {}

    /**
     * What was found.
     *
     * @param complaint why the figures cannot be read though the release says where they are, or null
     */
    record Seen(RequestFigures figures, @Nullable String complaint) {
        static final Seen NOTHING = new Seen(RequestFigures.UNKNOWN, null);
    }

    Seen look(InstanceSpec spec, ProcessWorkload release, int port, ProcessEntry workload)
            throws IOException, InterruptedException {
        if (release.metricsPath() == null) {
            return Seen.NOTHING;
        }
        return switch (probe.ask(NetworkStep.url(spec, port), release, release.metricsPath())) {
            case MetricsProbe.Seen.Unreadable unreadable -> new Seen(RequestFigures.UNKNOWN, unreadable.reason());
            case MetricsProbe.Seen.Told told -> new Seen(figures(spec.instanceId(), workload, told.counts()), null);
        };
    }

    private RequestFigures figures(UUID instanceId, ProcessEntry workload, Optional<RequestCounts> counts) {
        // Many libraries tell of nothing until there was a first request.
        Reading now = new Reading(workload, counts.orElse(RequestCounts.NONE), System.nanoTime());
        Reading before = replace(instanceId, now);
        if (before == null || counts.isEmpty()) {
            return RequestFigures.UNKNOWN;
        }
        RequestCounts since = before.workload().equals(workload) ? before.counts() : RequestCounts.NONE;
        return RequestFigures.between(since, now.counts(), (now.nanos() - before.nanos()) / NANOS_PER_SECOND);
    }

    private synchronized @Nullable Reading replace(UUID instanceId, Reading now) {
        Reading before = readings.remove(instanceId);
        readings.putLast(instanceId, now);
        if (readings.size() > MOST_REMEMBERED) {
            readings.pollFirstEntry();
        }
        return before;
    }
}
