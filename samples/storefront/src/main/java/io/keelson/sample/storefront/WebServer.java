package io.keelson.sample.storefront;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Listens on 127.0.0.1, with TLS when a keystore is named. Closing waits up to 2 s for running requests. */
final class WebServer implements AutoCloseable {
    private static final int GRACE_SECONDS = 2;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Database database;

    private WebServer(HttpServer server, ExecutorService threads, Database database) {
        this.server = server;
        this.threads = threads;
        this.database = database;
    }

    static WebServer start(Release release, Environment environment) throws IOException, GeneralSecurityException {
        HttpServer server = bind(environment);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Database database = new Database(environment);
        server.createContext("/", new Shop(release, new Catalogue(database, release), environment.settings()));
        server.setExecutor(threads);
        server.start();
        return new WebServer(server, threads, database);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.close();
        database.close();
    }

    private static HttpServer bind(Environment environment) throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), environment.port());
        if (environment.keystore() == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls(environment.keystore(), environment.keystorePasswordFile())));
        return server;
    }

    private static SSLContext tls(Path keystore, @Nullable Path passwordFile)
            throws IOException, GeneralSecurityException {
        char[] password = passwordFile == null
                ? new char[0]
                : Files.readString(passwordFile).strip().toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
