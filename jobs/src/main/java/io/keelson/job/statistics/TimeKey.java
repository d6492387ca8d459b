package io.keelson.job.statistics;

/** What is counted: a time of a kind, by queue, type and bucket. */
record TimeKey(String queue, String type, int kind, int bucket) {
    static final int WAIT = 0;
    static final int RUN = 1;
}
