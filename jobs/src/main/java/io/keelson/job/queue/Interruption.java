package io.keelson.job.queue;

/** Why a running job was told to stop. */
public enum Interruption {
    NONE,
    /** Its time-out is over. */
    TIME_OUT,
    /** Somebody cancelled it. */
    CANCEL,
    /** Its node stops, or has lost the job to another node; the work goes on elsewhere or later. */
    STOP
}
