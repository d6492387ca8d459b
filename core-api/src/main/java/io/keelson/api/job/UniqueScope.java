package io.keelson.api.job;

/** As long as what another job with the same type and key stands in the way of a new one. */
public enum UniqueScope {
    /** While it waits. */
    WAITING,
    /** While it waits or runs. */
    UNFINISHED,
    /** Until a period after it was submitted is over, also when it is finished. */
    PERIOD
}
