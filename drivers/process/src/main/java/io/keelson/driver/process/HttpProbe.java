package io.keelson.driver.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Asks workloads over HTTP; over TLS it trusts the local authority and nobody else. */
final class HttpProbe {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int FEW_WORDS = 400;

    private final CertificateAuthority authority;
    private @Nullable HttpClient plain;
    private @Nullable HttpClient secure;

    HttpProbe(CertificateAuthority authority) {
        this.authority = authority;
    }

    /** Asks once, for a status and a few words; the whole answer, or enough of it, must come within the limit. */
    HttpAnswer get(URI address, Duration limit) throws IOException, InterruptedException {
        return get(address, limit, FEW_WORDS);
    }

    /** Asks once, and takes so many bytes of the answer at most. */
    HttpAnswer get(URI address, Duration limit, int mostBytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).GET().build();
        CompletableFuture<HttpResponse<String>> answer =
                client(address).sendAsync(request, head -> new BodyBeginning(mostBytes));
        try {
            HttpResponse<String> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswer.Answered(response.statusCode(), response.body());
        } catch (TimeoutException late) {
            return new HttpAnswer.Silence("no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException failure) {
            return new HttpAnswer.Silence(reason(failure.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof ConnectException) {
            return "nothing listens on the port";
        }
        return cause == null ? "no reason given" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private synchronized HttpClient client(URI address) throws IOException {
        if (address.getScheme().equals("https")) {
            if (secure == null) {
                secure = builder().sslContext(trustingTheAuthority()).build();
            }
            return secure;
        }
        if (plain == null) {
            plain = builder().build();
        }
        return plain;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT);
    }

    private SSLContext trustingTheAuthority() throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IOException("The local authority cannot be trusted.", failure);
        }
    }
}
