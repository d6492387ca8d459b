package io.keelson.job.queue;

/** Where a job stands, as stored in {@code platform_job.status}. SQL names the numbers, so that partial indexes apply. */
enum JobStatus {
    DELAYED(0),
    READY(1),
    RUNNING(2),
    SUCCEEDED(3),
    DEAD(4);

    private final int code;

    JobStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
