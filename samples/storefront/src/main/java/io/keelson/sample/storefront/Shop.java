package io.keelson.sample.storefront;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;

/** Answers the requests. */
final class Shop implements HttpHandler {
    private static final int LARGEST_BODY = 16 * 1024;
    private static final Set<String> OWN_PATHS = Set.of("/health", "/metrics");

    private final Release release;
    private final Catalogue catalogue;
    private final String settings;
    private final Metrics metrics = new Metrics();

    Shop(Release release, Catalogue catalogue, String settings) {
        this.release = release;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long begin = System.nanoTime();
            Answer answer = answer(exchange);
            // What the platform asks is no visit.
            if (!OWN_PATHS.contains(exchange.getRequestURI().getPath())) {
                metrics.count(exchange.getRequestMethod(), answer.status(), System.nanoTime() - begin);
            }
            answer.send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        try {
            return switch (method + " " + exchange.getRequestURI().getPath()) {
                case "GET /" -> page(200, ProductForm.EMPTY);
                case "GET /health" -> health();
                case "GET /metrics" -> Answer.metrics(metrics.text());
                case "GET /version" -> Answer.json(200, "{\"version\":\"%s\"}".formatted(release.version()));
                case "POST /products" -> store(exchange);
                case "GET /products" -> Answer.seeOther("/");
                default -> Answer.text(404, "There is nothing here.");
            };
        } catch (SQLException failure) {
            System.err.println("The database failed: " + failure.getMessage());
            return Answer.text(503, "The shop is closed for a moment. Try again soon.");
        }
    }

    private Answer page(int status, ProductForm form) throws SQLException {
        return Answer.html(status, new Page(release, catalogue.greeting(settings)).render(catalogue.list(), form));
    }

    private Answer health() {
        if (!release.healthy()) {
            return Answer.json(503, "{\"status\":\"DOWN\",\"reason\":\"this release never gets healthy\"}");
        }
        try {
            catalogue.list();
            return Answer.json(200, "{\"status\":\"UP\",\"version\":\"%s\"}".formatted(release.version()));
        } catch (SQLException failure) {
            System.err.println("The health check failed: " + failure.getMessage());
            return Answer.json(503, "{\"status\":\"DOWN\",\"reason\":\"the database does not answer\"}");
        }
    }

    private Answer store(HttpExchange exchange) throws IOException, SQLException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.text(413, "That is too much.");
        }
        ProductForm form;
        try {
            form = ProductForm.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Answer.text(400, "The form cannot be read.");
        }
        if (!form.problem().isEmpty()) {
            return page(422, form);
        }
        catalogue.add(form.product());
        return Answer.seeOther("/");
    }
}
