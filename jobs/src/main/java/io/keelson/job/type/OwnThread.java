package io.keelson.job.type;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Calls what does not heed interrupts on a thread of its own, so that a lane which is told to stop can. */
public final class OwnThread {
    private OwnThread() {}

    /**
     * Waits for the call; throws what it throws. When the waiting is interrupted the call is interrupted too, which closes
     * its sockets, and nobody waits for it any more.
     */
    public static <T> T call(String name, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name(name).start(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            task.cancel(true);
        }
    }
}
