package io.keelson.job.statistics;

/** What is counted: jobs that were added, or tries that ended in some way, by queue and type. */
record FlowKey(String queue, String type, int outcome) {
    static final int ENQUEUED = 0;
    static final int COMPLETED = 1;
    static final int RETRIED = 2;
    static final int DEAD = 3;
    static final int CANCELLED = 4;
}
