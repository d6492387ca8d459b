package io.keelson.job.shift;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;
import org.jobrunr.dashboard.server.HttpExchangeHandler;
import org.jobrunr.dashboard.server.http.RedirectHttpHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * JobRunr's own pages about its shifts, for those who run the platform. JobRunr's own server listens on every interface,
 * so its pages are served here: on the loopback interface only, behind a password, and nothing is told to anybody. Fits a
 * Spring lifecycle.
 */
public final class ShiftDashboard {
    private static final String REALM = "Keelson shifts";
    private static final int NO_DELAY = 0;

    private final DataSource dataSource;
    private final int port;
    private final byte[] credentials;
    private @Nullable Serving serving;

    /**
     * Makes a dashboard that is not served yet.
     *
     * @param port 0 chooses one
     */
    public ShiftDashboard(DataSource dataSource, int port, String user, String password) {
        this.dataSource = dataSource;
        this.port = port;
        this.credentials = bytes(user, password);
    }

    /** Begins to serve. Twice: changes nothing. */
    public synchronized void start() {
        if (serving == null) {
            serving = serve();
        }
    }

    /** Ends serving. Twice: changes nothing. */
    public synchronized void stop() {
        if (serving != null) {
            serving.stop();
            serving = null;
        }
    }

    public synchronized boolean isRunning() {
        return serving != null;
    }

    /** Where it listens. */
    public synchronized InetSocketAddress address() {
        return Objects.requireNonNull(serving, "The dashboard is not served")
                .server()
                .getAddress();
    }

    private Serving serve() {
        Jackson3JsonMapper json = new Jackson3JsonMapper();
        StorageProvider storage = new PostgresStorageProvider(dataSource, "jobrunr.", DatabaseOptions.CREATE);
        storage.setJobMapper(new JobMapper(json));
        List<HttpExchangeHandler> handlers = List.of(
                new RedirectHttpHandler("/", "/dashboard"),
                new JobRunrStaticFileHandler(),
                new JobRunrApiHandler(storage, json, false),
                new JobRunrSseHandler(storage, json));
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), NO_DELAY);
            ExecutorService executor = Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("shift-dashboard-", 0).factory());
            server.setExecutor(executor);
            handlers.forEach(handler ->
                    server.createContext(handler.getContextPath(), handler).setAuthenticator(new PasswordCheck()));
            server.start();
            return new Serving(server, executor, handlers, storage);
        } catch (IOException e) {
            storage.close();
            throw new UncheckedIOException("JobRunr's dashboard cannot listen on port %d.".formatted(port), e);
        }
    }

    private static byte[] bytes(String user, String password) {
        return (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    private record Serving(
            HttpServer server, ExecutorService executor, List<HttpExchangeHandler> handlers, StorageProvider storage) {
        void stop() {
            handlers.forEach(HttpExchangeHandler::close);
            server.stop(NO_DELAY);
            executor.shutdownNow();
            storage.close();
        }
    }

    private final class PasswordCheck extends BasicAuthenticator {
        PasswordCheck() {
            super(REALM);
        }

        @Override
        public boolean checkCredentials(String user, String password) {
            return MessageDigest.isEqual(credentials, bytes(user, password));
        }
    }
}
