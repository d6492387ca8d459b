package io.keelson.driver.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A real workload for the tests: answers {@code /health}, and shows its environment at {@code /environment}. */
public final class TinyServer {
    private TinyServer() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(environment.get("PORT")));
        HttpServer server =
                environment.containsKey("KEYSTORE") ? secure(address, environment) : HttpServer.create(address, 0);
        int health = Integer.parseInt(environment.getOrDefault("HEALTH_STATUS", "200"));
        server.createContext(
                "/health", exchange -> answer(exchange, health, environment.getOrDefault("HEALTH_TEXT", "up")));
        server.createContext("/environment", exchange -> answer(exchange, 200, text(environment)));
        server.createContext("/broken", exchange -> answer(exchange, 500, "out of order"));
        server.start();
        System.out.println("TinyServer listens on " + address);
    }

    private static String text(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        environment.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static HttpServer secure(InetSocketAddress address, Map<String, String> environment)
            throws IOException, GeneralSecurityException {
        char[] password = Files.readString(Path.of(environment.get("KEYSTORE_PASSWORD_FILE")))
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(environment.get("KEYSTORE")))) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
