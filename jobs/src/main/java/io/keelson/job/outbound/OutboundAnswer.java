package io.keelson.job.outbound;

import java.util.Map;

/** What came back. Secrets of the request are masked where the server repeated them. */
public final class OutboundAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean truncated;
    private final int redirects;

    OutboundAnswer(int status, Map<String, String> headers, byte[] body, boolean truncated) {
        this(status, headers, body, truncated, 0);
    }

    private OutboundAnswer(int status, Map<String, String> headers, byte[] body, boolean truncated, int redirects) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.truncated = truncated;
        this.redirects = redirects;
    }

    OutboundAnswer after(int newRedirects) {
        return new OutboundAnswer(status, headers, body, truncated, newRedirects);
    }

    public int status() {
        return status;
    }

    /** Names in lower case; values of several headers of one name are joined by a comma. Cookies are left out. */
    public Map<String, String> headers() {
        return headers;
    }

    /** At most as many bytes as were asked for. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether there was more. */
    public boolean truncated() {
        return truncated;
    }

    /** How many redirects were followed. */
    public int redirects() {
        return redirects;
    }
}
