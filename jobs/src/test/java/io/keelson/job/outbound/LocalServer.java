package io.keelson.job.outbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on an address of this machine, whose answers are written by a test. */
public final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** Listens on a free port. */
    public LocalServer(String address, Answering answering) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0), answering);
    }

    LocalServer(HttpServer server, Answering answering) {
        this.server = server;
        server.createContext("/", exchange -> {
            try (exchange) {
                heard.add(new Heard(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                answering.answer(exchange);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Heard> heard() {
        return heard;
    }

    /** Answers with a status and a text. */
    public static Answering text(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answering redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What a test answers. */
    public interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that arrived. */
    public record Heard(String method, String path, Headers headers, String body) {}
}
