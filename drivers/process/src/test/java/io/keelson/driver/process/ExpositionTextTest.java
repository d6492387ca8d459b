package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionTextTest {
    @Test
    void everythingThatTheFormatHasIsRead() throws Exception {
        List<MetricSample> samples = ExpositionText.read("""
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total { method = "post" , code="400", }\t3 1395066363000\r
            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf -3982045
            nothing NaN
            http_request_duration_seconds_bucket{le="0.5"} 129 # {trace_id="KOO5S4vxi0o"} 0.67
            # EOF
            """, _ -> true);

        assertThat(samples)
                .containsExactly(
                        new MetricSample("http_requests_total", Map.of("method", "post", "code", "200"), 1027),
                        new MetricSample("http_requests_total", Map.of("method", "post", "code", "400"), 3),
                        new MetricSample(
                                "msdos_file_access_time_seconds",
                                Map.of("path", "C:\\DIR\\FILE.TXT", "error", "Cannot find file:\n\"FILE.TXT\""),
                                1.458255915e9),
                        new MetricSample("metric_without_timestamp_and_labels", Map.of(), 12.47),
                        new MetricSample(
                                "something_weird", Map.of("problem", "division by zero"), Double.POSITIVE_INFINITY),
                        new MetricSample("nothing", Map.of(), Double.NaN),
                        new MetricSample("http_request_duration_seconds_bucket", Map.of("le", "0.5"), 129));
    }

    @Test
    void ofUnwantedLinesOnlyTheNameIsLookedAt() throws Exception {
        assertThat(ExpositionText.read("other{what=ever nonsense\nwanted 1\n", "wanted"::equals))
                .containsExactly(new MetricSample("wanted", Map.of(), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Not found</body></html>",
                "{\"status\":\"UP\"}",
                "5xx 3",
                "lonely_name",
                "a{",
                "a{}",
                "a{b}",
                "a{b=}",
                "a{b=c} 1",
                "a{b=\"c} 1",
                "a{b=\"c\\\"} 1",
                "a{b=\"c\\t\"} 1",
                "a{b=\"c\" d=\"e\"} 1",
                "a{b=\"c\",b=\"d\"} 1",
                "a{b=\"c\"",
                "a{=\"c\"} 1",
                "a{\"b\"} 1",
                "a 0x1p3",
                "a 1d",
                "a one",
                "a 1,5",
                "a --1",
                "a 1e",
                "a\u00e9 1"
            })
    void whatIsMalformedIsRefusedAndNotRepeated(String line) {
        assertThatThrownBy(() -> ExpositionText.read("# fine\nfine 1\n" + line + "\n", _ -> true))
                .isInstanceOf(ExpositionText.MalformedException.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageNotContaining(line);
    }

    @Test
    void noTextWhateverEndsInAnythingButSamplesOrARefusal() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "abz_:019{}=\",\\ \t\n#+-.eE\u0000\u00e9\ud83d";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(ExpositionText.read(text.toString(), _ -> true)).doesNotContainNull();
            } catch (ExpositionText.MalformedException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageStartingWith("line ");
            }
        }
    }
}
