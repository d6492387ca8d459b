package io.keelson.job.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** One exchange with one server; no redirect, no cookie, no retry, no unpacking of compressed answers. */
final class OutboundHop {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 2_000;
    private static final String SESSION = "set-cookie";

    private final HttpUriRequestBase request;
    private final HttpHost host;
    private final int mostBytes;

    OutboundHop(
            String method, OutboundTarget target, Map<String, String> headers, @Nullable String body, int mostBytes) {
        this.request = new HttpUriRequestBase(method, target.uri());
        this.host = new HttpHost(target.scheme(), target.host(), target.port());
        this.mostBytes = mostBytes;
        headers.forEach(request::setHeader);
        if (body != null) {
            Header type = request.getFirstHeader("Content-Type");
            request.setEntity(new ByteArrayEntity(
                    body.getBytes(StandardCharsets.UTF_8),
                    type == null ? ContentType.APPLICATION_JSON : ContentType.parseLenient(type.getValue())));
        }
    }

    OutboundAnswer send(HttpClientConnectionManager connections, UnaryOperator<String> mask) throws IOException {
        try (CloseableHttpClient client = client(connections)) {
            ClassicHttpResponse response = client.executeOpen(host, request, null);
            try {
                return answer(response, mask);
            } finally {
                // Else closing would read the rest of an answer that may have no end.
                request.cancel();
                Closer.closeQuietly(response);
            }
        }
    }

    private static CloseableHttpClient client(HttpClientConnectionManager connections) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Keelson")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Breaks the exchange off from another thread. */
    void cancel() {
        request.cancel();
    }

    private OutboundAnswer answer(ClassicHttpResponse response, UnaryOperator<String> mask) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = new byte[0];
        boolean truncated = false;
        if (entity != null) {
            InputStream content = entity.getContent();
            body = content.readNBytes(mostBytes);
            truncated = body.length == mostBytes && content.read() >= 0;
        }
        return new OutboundAnswer(response.getCode(), headers(response, mask), masked(body, mask), truncated);
    }

    /** Latin-1 maps every byte to one character and back, so that bytes which are no text stay what they are. */
    private static byte[] masked(byte[] body, UnaryOperator<String> mask) {
        return mask.apply(new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> headers(ClassicHttpResponse response, UnaryOperator<String> mask) {
        Map<String, String> headers = new TreeMap<>();
        Header[] all = response.getHeaders();
        for (int i = 0; i < Math.min(all.length, MOST_HEADERS); i++) {
            String name = all[i].getName().toLowerCase(Locale.ROOT);
            String value = all[i].getValue() == null ? "" : all[i].getValue();
            if (!SESSION.equals(name)) {
                String shown = value.substring(0, Math.min(value.length(), LONGEST_HEADER))
                        .replaceAll("\\p{Cntrl}", "?");
                headers.merge(name, mask.apply(shown), (first, second) -> first + ", " + second);
            }
        }
        return headers;
    }
}
