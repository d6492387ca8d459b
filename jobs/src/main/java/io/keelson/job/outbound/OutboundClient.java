package io.keelson.job.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to where the {@link OutboundGuard} lets them. Each connection is made anew, to an address that was looked
 * at for this request; a redirect is a new request that is looked at again. Proxies of the environment are not used, because
 * they would resolve names once more. Safe for several threads.
 */
public final class OutboundClient {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> METHOD_KEPT = Set.of(307, 308);
    private static final int SEE_OTHER = 303;

    private final OutboundGuard guard;
    private final OutboundSecrets secrets;
    private final SSLContext tls;

    /**
     * Makes a client.
     *
     * @param tls whose certificates are trusted
     */
    public OutboundClient(OutboundGuard guard, OutboundSecrets secrets, SSLContext tls) {
        this.guard = guard;
        this.secrets = secrets;
        this.tls = tls;
    }

    /**
     * Sends a request and waits for the answer, whatever its status. Twice: it is sent twice.
     *
     * @param mostBytes how much of the answer's body is read
     * @throws OutboundFailure when there is no answer
     * @throws InterruptedException when the thread is interrupted; the connection is closed then
     */
    public OutboundAnswer exchange(OutboundRequest request, int mostBytes)
            throws OutboundFailure, InterruptedException {
        long end = System.nanoTime() + request.timeout().toNanos();
        String method = request.method();
        String body = request.body();
        OutboundTarget target = request.target();
        for (int followed = 0; ; followed++) {
            boolean trusted = target.sameOrigin(request.target());
            Map<String, String> headers = RequestHeaders.of(request.headers(), secrets, trusted);
            OutboundHop hop = new OutboundHop(method, target, headers, body, mostBytes);
            OutboundAnswer answer = send(hop, target, Duration.ofNanos(end - System.nanoTime()));
            String location = answer.headers().get("location");
            if (request.redirects() == 0 || location == null || !REDIRECTS.contains(answer.status())) {
                return answer.after(followed);
            }
            target = next(request, target, location, followed);
            if (!METHOD_KEPT.contains(answer.status()) && (answer.status() == SEE_OTHER || "POST".equals(method))) {
                method = "HEAD".equals(method) ? method : "GET";
                body = null;
            }
        }
    }

    private static OutboundTarget next(OutboundRequest request, OutboundTarget from, String location, int followed)
            throws OutboundFailure {
        if (followed >= request.redirects()) {
            throw new OutboundFailure(
                    OutboundFailure.Kind.REDIRECT_REFUSED,
                    "there are more than the %d redirects that were asked for".formatted(request.redirects()));
        }
        OutboundTarget next = from.resolve(location);
        if (from.secure() && !next.secure()) {
            throw new OutboundFailure(
                    OutboundFailure.Kind.REDIRECT_REFUSED,
                    "a redirect leads from https to http, which is not followed");
        }
        return next;
    }

    /** Resolving and blocking reads do not heed interrupts on a thread of the platform, so they have one of their own. */
    private OutboundAnswer send(OutboundHop hop, OutboundTarget target, Duration left)
            throws OutboundFailure, InterruptedException {
        FutureTask<OutboundAnswer> work = new FutureTask<>(() -> sendNow(hop, target, left));
        Thread.ofVirtual().name("outbound").start(work);
        try {
            return work.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failure(target, failed.getCause());
        } catch (TimeoutException | CancellationException late) {
            throw timedOut(target, late);
        } finally {
            hop.cancel();
            work.cancel(true);
        }
    }

    private OutboundAnswer sendNow(OutboundHop hop, OutboundTarget target, Duration left)
            throws OutboundFailure, IOException {
        List<InetAddress> vetted = guard.vet(target);
        Duration patience = left.toMillis() < 1 ? Duration.ofMillis(1) : left;
        try (BasicHttpClientConnectionManager connections = PinnedConnections.to(target, vetted, tls, patience)) {
            return hop.send(connections, secrets.mask());
        }
    }

    private static OutboundFailure failure(OutboundTarget target, @Nullable Throwable cause) {
        if (cause instanceof OutboundFailure known) {
            return known;
        }
        if (cause instanceof SocketTimeoutException) {
            return timedOut(target, cause);
        }
        if (cause instanceof SSLException && aboutTheCertificate(cause)) {
            return new OutboundFailure(
                    OutboundFailure.Kind.CERTIFICATE_REFUSED,
                    "the certificate of %s is not trusted for this name".formatted(target.host()),
                    cause);
        }
        String reason = cause == null ? "no reason is known" : cause.getClass().getSimpleName();
        return new OutboundFailure(
                OutboundFailure.Kind.CONNECTION_FAILED,
                "the exchange with %s failed: %s".formatted(target.host(), reason),
                cause);
    }

    private static boolean aboutTheCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static OutboundFailure timedOut(OutboundTarget target, Throwable cause) {
        return new OutboundFailure(
                OutboundFailure.Kind.TIMED_OUT, "%s did not answer in time".formatted(target.host()), cause);
    }
}
