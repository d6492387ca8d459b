package io.keelson.driver.process;

import io.keelson.driver.ProcessWorkload;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks the metrics path of a workload once. */
record MetricsProbe(HttpProbe probe) {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 1 << 20;

    /** What came back. */
    sealed interface Seen {
        /**
         * It tells its figures.
         *
         * @param counts empty when it tells nothing about requests
         */
        record Told(Optional<RequestCounts> counts) implements Seen {}

        /**
         * Nothing can be made of it.
         *
         * @param reason for a human, with nothing of the answer's body in it
         */
        record Unreadable(String reason) implements Seen {}
    }

    Seen ask(String url, ProcessWorkload release, String path) throws IOException, InterruptedException {
        HttpAnswer answer = probe.get(URI.create(url + path), LIMIT, MOST_BYTES);
        return switch (answer) {
            case HttpAnswer.Silence silence -> new Seen.Unreadable("GET %s: %s.".formatted(path, silence.reason()));
            case HttpAnswer.Answered answered -> read(answered, release, path);
        };
    }

    private static Seen read(HttpAnswer.Answered answer, ProcessWorkload release, String path) {
        if (!answer.isWithin(200, 300)) {
            return new Seen.Unreadable("GET %s answered with status %d.".formatted(path, answer.status()));
        }
        if (answer.isCutOff(MOST_BYTES)) {
            return new Seen.Unreadable("GET %s answered with more than %d bytes.".formatted(path, MOST_BYTES));
        }
        try {
            return new Seen.Told(RequestCounts.of(
                    ExpositionText.read(answer.body(), RequestMetricNames::isKnown),
                    Set.of(release.healthPath(), path)));
        } catch (ExpositionText.MalformedException malformed) {
            return new Seen.Unreadable("GET %s does not keep to the text format of Prometheus, %s."
                    .formatted(path, malformed.getMessage()));
        }
    }
}
