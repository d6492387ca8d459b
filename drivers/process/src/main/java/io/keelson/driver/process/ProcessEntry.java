package io.keelson.driver.process;

/**
 * A living process as the kernel lists it.
 *
 * @param session id of its session, which is the id of the process that began it
 * @param startTicks when it started, in clock ticks since boot; with the id it names one process for ever
 */
record ProcessEntry(long pid, long session, long startTicks) {
    boolean leadsItsSession() {
        return pid == session;
    }
}
