package io.keelson.job.outbound;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Clients and requests of the tests. */
final class Outbound {
    static final int MOST_BYTES = 64 * 1024;

    private Outbound() {}

    static OutboundClient client(HostResolver names, String... allowed) throws NoSuchAlgorithmException {
        return new OutboundClient(
                new OutboundGuard(names, OutboundAllowance.of(List.of(allowed))),
                new OutboundSecrets(Map.of("token", "s3cret-value")),
                SSLContext.getDefault());
    }

    static OutboundRequest get(String url) throws OutboundFailure {
        return get(url, Map.of(), 0);
    }

    static OutboundRequest get(String url, Map<String, String> headers, int redirects) throws OutboundFailure {
        return new OutboundRequest("GET", OutboundTarget.parse(url), headers, null, redirects, Duration.ofSeconds(10));
    }
}
