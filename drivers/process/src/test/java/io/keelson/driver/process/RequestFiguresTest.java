package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The expected figures are those that Prometheus' own rate and histogram_quantile give. */
class RequestFiguresTest {
    @Test
    void rateErrorsAndTimesComeFromTheDifferenceOfTwoLooks() throws Exception {
        RequestFigures figures = RequestFigures.between(counts("""
                    http_requests_total{code="200"} 100
                    http_requests_total{code="503"} 7
                    http_request_duration_seconds_count{code="200"} 107
                    http_request_duration_seconds_bucket{code="200",le="0.1"} 90
                    http_request_duration_seconds_bucket{code="200",le="0.5"} 107
                    http_request_duration_seconds_bucket{code="200",le="+Inf"} 107
                    """), counts("""
                    http_requests_total{code="200"} 130
                    http_requests_total{code="404"} 5
                    http_requests_total{code="503"} 12
                    http_request_duration_seconds_count{code="200"} 147
                    http_request_duration_seconds_bucket{code="200",le="0.1"} 120
                    http_request_duration_seconds_bucket{code="200",le="0.5"} 147
                    http_request_duration_seconds_bucket{code="200",le="+Inf"} 147
                    """), 20);

        assertThat(figures.requestsPerSecond()).isEqualTo(2);
        assertThat(figures.errorRate()).isEqualTo(0.125);
        // 38 of 40: 30 in the first bucket, 8 of the 10 in the second.
        assertThat(figures.p95Millis()).isCloseTo(100 + 400 * 0.8, within(1e-6));
    }

    @Test
    void countersThatFellHaveBegunAnew() throws Exception {
        RequestFigures figures = RequestFigures.between(
                counts("http_requests_total{code=\"500\"} 1000"),
                counts("http_requests_total{code=\"200\"} 30\nhttp_requests_total{code=\"500\"} 10"),
                10);

        assertThat(figures.requestsPerSecond()).isEqualTo(4);
        assertThat(figures.errorRate()).isEqualTo(0.25);
    }

    @Test
    void withoutRequestsThereIsARateAndNoShare() throws Exception {
        RequestCounts same = counts("http_requests_total{code=\"500\"} 3");

        assertThat(RequestFigures.between(same, same, 5)).isEqualTo(new RequestFigures(0.0, null, null));
        assertThat(RequestFigures.between(same, same, 0)).isEqualTo(RequestFigures.UNKNOWN);
    }

    @Test
    void timesBeyondTheLastBucketAreItsBound() throws Exception {
        RequestCounts slow = counts("""
            http_server_requests_seconds_count{status="200"} 10
            http_server_requests_seconds_bucket{status="200",le="1.0"} 1
            http_server_requests_seconds_bucket{status="200",le="+Inf"} 10
            """);

        assertThat(RequestFigures.between(RequestCounts.NONE, slow, 1).p95Millis())
                .isEqualTo(1_000);
    }

    @Test
    void theNamesOfMicrometerAndOpenTelemetryAreKnownAndWhatThePlatformAsksIsLeftOut() throws Exception {
        RequestCounts micrometer = counts("""
            http_server_requests_seconds_count{method="GET",status="200",uri="/health"} 500
            http_server_requests_seconds_count{method="GET",status="200",uri="/metrics"} 500
            http_server_requests_seconds_count{method="GET",status="200",uri="/"} 5
            http_server_requests_seconds_count{method="GET",status="502",uri="/"} 2
            jvm_threads_live_threads 12
            """);
        RequestCounts telemetry = counts("""
            http_server_request_duration_seconds_count{http_response_status_code="500",http_route="/"} 4
            """);

        assertThat(micrometer.requests()).isEqualTo(7);
        assertThat(micrometer.errors()).isEqualTo(2);
        assertThat(telemetry.errors()).isEqualTo(4);
    }

    @Test
    void statusesThatAreNotToldAreNotGuessed() throws Exception {
        RequestCounts silent = counts("http_requests_total 5");

        assertThat(RequestFigures.between(RequestCounts.NONE, silent, 5))
                .isEqualTo(new RequestFigures(1.0, null, null));
        assertThat(RequestCounts.of(ExpositionText.read("up 1\n", RequestMetricNames::isKnown), Set.of()))
                .isEmpty();
    }

    @Test
    void hostileFiguresDoNoHarm() throws Exception {
        StringBuilder many = new StringBuilder("http_request_duration_seconds_count 1\n");
        for (int i = 0; i < 5_000; i++) {
            many.append("http_request_duration_seconds_bucket{le=\"%d\"} %d%n".formatted(i, i));
        }
        RequestCounts odd = counts("""
            http_requests_total{code="200"} NaN
            http_requests_total{code="200"} +Inf
            http_requests_total{code="500"} 8
            http_requests_total{code="200"} -4
            http_requests_total{code="200"} 1e308
            http_request_duration_seconds_count 4
            http_request_duration_seconds_bucket{le="soon"} 4
            http_request_duration_seconds_bucket{le="NaN"} 4
            http_request_duration_seconds_bucket{le="1e308"} 4
            http_request_duration_seconds_bucket{le="-1"} 4
            http_request_duration_seconds_bucket{le="2"} 4
            http_request_duration_seconds_bucket{le="1"} 9
            """);

        assertThat(counts(many.toString()).buckets()).isEmpty();
        assertThat(odd.buckets()).hasSize(2);
        assertThat(RequestFigures.between(RequestCounts.NONE, odd, 1).errorRate())
                .isEqualTo(1);
        assertThat(RequestFigures.between(RequestCounts.NONE, odd, 1).p95Millis())
                .isBetween(0.0, 1_000.0);
    }

    private static RequestCounts counts(String text) throws Exception {
        return RequestCounts.of(ExpositionText.read(text, RequestMetricNames::isKnown), Set.of("/health", "/metrics"))
                .orElseThrow();
    }
}
