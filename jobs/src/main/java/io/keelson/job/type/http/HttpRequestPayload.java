package io.keelson.job.type.http;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to send.
 *
 * @param method GET unless it says something else
 * @param headers values may name secrets of the configuration as {@code ${secret:name}}
 * @param body sent as UTF-8, as JSON unless a header says something else; null for none
 * @param expect statuses that count as success; 200 to 299 unless it says something else
 * @param redirects how many are followed, 0 to 5; none unless it says something else
 * @param timeoutSeconds until the answer is here, 1 to 300; 30 unless it says something else
 */
record HttpRequestPayload(
        @Nullable String method,
        String url,
        @Nullable Map<String, String> headers,
        @Nullable String body,
        @Nullable List<Integer> expect,
        @Nullable Integer redirects,
        @Nullable Integer timeoutSeconds) {
    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    static final int MOST_REDIRECTS = 5;
    static final int LONGEST_TIMEOUT = 300;
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST_URL = 2_048;
    private static final int MOST_HEADERS = 50;
    private static final int USUAL_TIMEOUT = 30;

    HttpRequestPayload {
        Require.text("payload.url", url, LONGEST_URL);
        method = method == null ? "GET" : method;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        expect = expect == null ? List.of() : List.copyOf(expect);
        redirects = redirects == null ? 0 : redirects;
        timeoutSeconds = timeoutSeconds == null ? USUAL_TIMEOUT : timeoutSeconds;
        if (!METHODS.contains(method)) {
            throw RejectedException.invalid("payload.method", "payload.method must be one of %s.".formatted(METHODS));
        }
        if (body != null && WITHOUT_BODY.contains(method)) {
            throw RejectedException.invalid("payload.body", "A %s request has no body.".formatted(method));
        }
        if (headers.size() > MOST_HEADERS) {
            throw RejectedException.invalid(
                    "payload.headers", "There are more than the %d allowed headers.".formatted(MOST_HEADERS));
        }
        requireBetween("payload.redirects", redirects, 0, MOST_REDIRECTS);
        requireBetween("payload.timeoutSeconds", timeoutSeconds, 1, LONGEST_TIMEOUT);
        expect.forEach(status -> requireBetween("payload.expect", status, 100, 599));
    }

    boolean expects(int status) {
        List<Integer> expected = expect == null ? List.of() : expect;
        return expected.isEmpty() ? status >= 200 && status < 300 : expected.contains(status);
    }

    private static void requireBetween(String field, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw RejectedException.invalid(
                    field, "%s is %d; it must be %d to %d.".formatted(field, value, lowest, highest));
        }
    }
}
