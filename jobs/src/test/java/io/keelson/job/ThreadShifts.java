package io.keelson.job;

import io.keelson.job.queue.ShiftWork;
import io.keelson.job.queue.Shifts;
import java.util.concurrent.atomic.AtomicReference;

/** Shifts on plain threads. */
public final class ThreadShifts implements Shifts {
    private final AtomicReference<ShiftWork> work = new AtomicReference<>();

    @Override
    public void start(ShiftWork newWork) {
        work.set(newWork);
    }

    @Override
    public void open(int count) {
        for (int shift = 0; shift < count; shift++) {
            Thread.ofPlatform().daemon().name("test-lane").start(() -> work.get()
                    .run());
        }
    }

    @Override
    public void stop() {
        work.set(null);
    }
}
