package io.keelson.job.outbound;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of one request: none that would change where or how it is sent, and none that ends a line. */
final class RequestHeaders {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> FORBIDDEN = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "expect",
            "te",
            "trailer");
    private static final String PROXY = "proxy-";
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "x-api-key");

    private RequestHeaders() {}

    /**
     * The headers with their secrets in place.
     *
     * @param trusted whether the target is the one that the headers were written for; any other gets no credentials
     * @throws OutboundFailure REQUEST_REFUSED, with the name of the header, never its value
     */
    static Map<String, String> of(Map<String, String> headers, OutboundSecrets secrets, boolean trusted)
            throws OutboundFailure {
        Map<String, String> filled = new HashMap<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey();
            requireAllowed(name);
            if (trusted || !secret(name, header.getValue())) {
                String value = secrets.fill(header.getValue());
                if (!VALUE.matcher(value).matches()) {
                    throw refused(name, "its value may hold visible ASCII characters, spaces and tabs only");
                }
                filled.put(name, value);
            }
        }
        return filled;
    }

    private static boolean secret(String name, String value) {
        return CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)) || OutboundSecrets.named(value);
    }

    private static void requireAllowed(String name) throws OutboundFailure {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw refused("?", "its name is no token of HTTP");
        }
        if (FORBIDDEN.contains(lower) || lower.startsWith(PROXY)) {
            throw refused(name, "it is set by the connection");
        }
    }

    private static OutboundFailure refused(String name, String why) {
        return new OutboundFailure(
                OutboundFailure.Kind.REQUEST_REFUSED, "header %s cannot be sent: %s".formatted(name, why));
    }
}
