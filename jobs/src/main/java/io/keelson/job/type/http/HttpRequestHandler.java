package io.keelson.job.type.http;

import io.keelson.api.error.RejectedException;
import io.keelson.job.outbound.OutboundAnswer;
import io.keelson.job.outbound.OutboundClient;
import io.keelson.job.outbound.OutboundFailure;
import io.keelson.job.outbound.OutboundRequest;
import io.keelson.job.outbound.OutboundTarget;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobPlace;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Sends an HTTP request to the public Internet and keeps the answer. Every try carries the same {@code Idempotency-Key},
 * made of the job's id, so that the receiver can recognise a second one.
 */
public final class HttpRequestHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "http.request";

    private static final int MOST_BYTES = 64 * 1024;
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** Statuses that say: not now. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final int SERVER_ERROR = 500;
    private static final JobDefaults DEFAULTS = new JobDefaults(
            JobPlace.DEFAULT_QUEUE,
            JobRetry.DEFAULT
                    .withMaxAttempts(5)
                    .withTimeout(Duration.ofSeconds(HttpRequestPayload.LONGEST_TIMEOUT + 10))
                    .withBackoff(Duration.ofSeconds(2)));

    private final OutboundClient client;

    public HttpRequestHandler(OutboundClient client) {
        this.client = client;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(HttpRequestHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    /** Looks at the spelling of the address only; where it leads is looked at when the request is sent. */
    @Override
    public void validate(String payload) {
        try {
            OutboundTarget.parse(JobJson.read(payload, HttpRequestPayload.class).url());
        } catch (OutboundFailure refused) {
            throw RejectedException.invalid(
                    "payload.url", "payload.url is refused: %s.".formatted(refused.getMessage()));
        }
    }

    @Override
    public String run(RunningJob job) throws InterruptedException {
        HttpRequestPayload payload = JobJson.readToRun(job.payload(), HttpRequestPayload.class);
        try {
            OutboundRequest request = request(job, payload);
            String place = place(request.target());
            job.progress(10, "Asks " + request.target().host());
            job.log("%s %s".formatted(request.method(), place));
            long begin = System.nanoTime();
            OutboundAnswer answer = client.exchange(request, MOST_BYTES);
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            job.log("Status %d after %d ms, %d bytes%s"
                    .formatted(
                            answer.status(),
                            milliseconds,
                            answer.body().length,
                            answer.truncated() ? " and more" : ""));
            requireExpected(payload, answer, place);
            return JobJson.write(HttpRequestResult.of(answer, milliseconds));
        } catch (OutboundFailure failure) {
            throw failed(payload, failure);
        }
    }

    private static OutboundRequest request(RunningJob job, HttpRequestPayload payload) throws OutboundFailure {
        Map<String, String> headers = new HashMap<>(Objects.requireNonNull(payload.headers()));
        if (headers.keySet().stream().noneMatch(IDEMPOTENCY_KEY::equalsIgnoreCase)) {
            headers.put(IDEMPOTENCY_KEY, "job:" + job.id());
        }
        return new OutboundRequest(
                Objects.requireNonNull(payload.method()),
                OutboundTarget.parse(payload.url()),
                headers,
                payload.body(),
                Objects.requireNonNull(payload.redirects()),
                Duration.ofSeconds(Objects.requireNonNull(payload.timeoutSeconds())));
    }

    private static void requireExpected(HttpRequestPayload payload, OutboundAnswer answer, String place) {
        int status = answer.status();
        if (!payload.expects(status)) {
            boolean later = status >= SERVER_ERROR || LATER.contains(status);
            throw new JobFailure(
                    "UNEXPECTED_STATUS",
                    "%s answered with status %d, which is not expected.%s"
                            .formatted(place, status, later ? "" : " Asking again would not help."),
                    later);
        }
    }

    private static JobFailure failed(HttpRequestPayload payload, OutboundFailure failure) {
        OutboundFailure.Kind kind = failure.kind();
        return new JobFailure(
                kind.name(),
                "The %s request got no answer: %s.%s"
                        .formatted(
                                payload.method(),
                                failure.getMessage(),
                                kind.retryable() ? "" : " Asking again would not help."),
                kind.retryable(),
                failure);
    }

    /** Without path and query, which may hold what is nobody's business. */
    private static String place(OutboundTarget target) {
        return "%s://%s:%d".formatted(target.scheme(), target.host(), target.port());
    }
}
