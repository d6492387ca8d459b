package io.keelson.job.queue;

/** How far a job is, 0 to 100, and what it does now. */
record JobProgress(int percent, String message) {}
