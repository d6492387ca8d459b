package io.keelson.job.outbound;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the outside.
 *
 * @param method upper case
 * @param headers values may name secrets as {@code ${secret:name}}
 * @param body sent as UTF-8, or null for none
 * @param redirects how many are followed; each is looked at like the first address
 * @param timeout until the answer is here whole
 */
public record OutboundRequest(
        String method,
        OutboundTarget target,
        Map<String, String> headers,
        @Nullable String body,
        int redirects,
        Duration timeout) {
    public OutboundRequest {
        headers = Map.copyOf(headers);
    }
}
