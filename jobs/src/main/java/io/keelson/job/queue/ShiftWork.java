package io.keelson.job.queue;

/** What a thread of the worker runtime does. */
public interface ShiftWork {
    /** Runs jobs until there are none; returns at once when there are lanes enough. */
    void run();

    /** How many more threads are of use. */
    int vacancies();

    /** Lets the threads that were given so far end as soon as they have no job; new ones are asked for. */
    void retire();
}
