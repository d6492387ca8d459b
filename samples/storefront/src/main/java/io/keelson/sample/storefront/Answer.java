package io.keelson.sample.storefront;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a request is answered with.
 *
 * @param location where to go next, or empty
 */
record Answer(int status, String type, String body, String location) {
    private static final String JSON = "application/json";

    static Answer json(int status, String body) {
        return new Answer(status, JSON, body, "");
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", body, "");
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body, "");
    }

    static Answer metrics(String body) {
        return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", body, "");
    }

    static Answer seeOther(String location) {
        return new Answer(303, "text/plain; charset=utf-8", "See " + location, location);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        if (!location.isEmpty()) {
            headers.set("Location", location);
        }
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
