package io.keelson.job.queue;

/**
 * One line of the log of a job.
 *
 * @param seq grows over all tries of the job
 * @param nanoTime when it was written, as {@link System#nanoTime}
 */
record JobLogLine(int seq, long nanoTime, String line) {}
