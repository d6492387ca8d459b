package io.keelson.job.queue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Ends one thread's wait. Several calls while it is busy are one. */
final class WakeUp {
    private final Semaphore calls = new Semaphore(0);

    void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    void await(long nanos) throws InterruptedException {
        if (calls.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
    }
}
