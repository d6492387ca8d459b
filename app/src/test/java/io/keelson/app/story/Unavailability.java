package io.keelson.app.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks an address again and again, and adds up how long it did not answer. */
final class Unavailability implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest request;
    private final Thread asker;
    private volatile boolean over;
    private final AtomicLong nanos = new AtomicLong();

    private Unavailability(URI address) {
        request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        asker = Thread.ofPlatform().daemon().name("unavailability").unstarted(this::ask);
    }

    static Unavailability of(URI address) {
        Unavailability unavailability = new Unavailability(address);
        unavailability.asker.start();
        return unavailability;
    }

    private void ask() {
        long last = System.nanoTime();
        while (!over) {
            boolean answered = answers();
            long now = System.nanoTime();
            nanos.addAndGet(answered ? 0 : now - last);
            last = now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private boolean answers() {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.get());
    }

    @Override
    public void close() {
        over = true;
        try {
            asker.join(PATIENCE.multipliedBy(3));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
