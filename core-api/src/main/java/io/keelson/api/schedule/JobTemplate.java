package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kind of job a schedule makes; what is null takes the default of its type.
 *
 * @param type chooses the handler
 * @param payload JSON text for the handler, at most 64 KiB; never a secret
 * @param queue in which the jobs wait
 * @param priority 1 to 10, 10 is most urgent
 * @param attempts how often one is tried, and for how long
 */
public record JobTemplate(
        String type, String payload, @Nullable String queue, int priority, Attempts attempts) {
    /** The priority of whoever names none. */
    public static final int DEFAULT_PRIORITY = 5;

    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_QUEUE = 63;
    private static final int MAXIMUM_PAYLOAD = 64 * 1024;
    private static final int HIGHEST = 10;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final Pattern QUEUE = Pattern.compile("[a-z][a-z0-9-]*");

    public JobTemplate {
        type = Require.matching("job.type", type, LONGEST_TYPE, TYPE, "it looks like http.request");
        if (queue != null) {
            queue = Require.matching("job.queue", queue, LONGEST_QUEUE, QUEUE, "it looks like default");
        }
        Require.present("job.payload", payload);
        if (payload.length() > MAXIMUM_PAYLOAD) {
            throw RejectedException.invalid(
                    "job.payload",
                    "job.payload has %d characters; at most %d are allowed."
                            .formatted(payload.length(), MAXIMUM_PAYLOAD));
        }
        if (priority < 1 || priority > HIGHEST) {
            throw RejectedException.invalid(
                    "job.priority", "job.priority is %d; it must be 1 to 10.".formatted(priority));
        }
    }

    /**
     * How often a job is tried; what is null takes the default of its type.
     *
     * @param maximum tries until it is given up, 1 to 100
     * @param timeout how long one try may take, 1 second to 1 day
     * @param backoff wait after the first failure, up to 15 minutes; doubled after each further one
     */
    public record Attempts(
            @Nullable Integer maximum,
            @Nullable Duration timeout,
            @Nullable Duration backoff) {
        /** As the type says. */
        public static final Attempts OF_TYPE = new Attempts(null, null, null);

        private static final int MOST = 100;
        private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);
        private static final Duration LONGEST_TRY = Duration.ofDays(1);
        private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);

        public Attempts {
            if (maximum != null && (maximum < 1 || maximum > MOST)) {
                throw RejectedException.invalid(
                        "job.maxAttempts", "job.maxAttempts is %d; it must be 1 to 100.".formatted(maximum));
            }
            if (timeout != null) {
                Range.require("job.timeout", timeout, SHORTEST_TRY, LONGEST_TRY);
            }
            if (backoff != null) {
                Range.require("job.backoff", backoff, Duration.ZERO, LONGEST_BACKOFF);
            }
        }
    }
}
