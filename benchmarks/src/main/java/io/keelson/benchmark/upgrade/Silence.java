package io.keelson.benchmark.upgrade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks an address again and again, and adds up how long it did not answer. */
final class Silence {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;
    private final Thread asker;
    private volatile boolean over;
    private volatile long nanos;

    private Silence(URI address) {
        request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        asker = Thread.ofPlatform().daemon().name("silence").unstarted(this::ask);
    }

    static Silence of(URI address) {
        Silence silence = new Silence(address);
        silence.asker.start();
        return silence;
    }

    private void ask() {
        long last = System.nanoTime();
        long silent = 0;
        while (!over) {
            boolean answered = answers();
            long now = System.nanoTime();
            silent += answered ? 0 : now - last;
            last = now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
        nanos = silent;
    }

    private boolean answers() {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the asking; how long there was no answer. */
    double endMillis() throws InterruptedException {
        over = true;
        asker.join();
        return nanos / 1e6;
    }
}
