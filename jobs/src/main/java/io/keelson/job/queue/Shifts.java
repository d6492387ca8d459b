package io.keelson.job.queue;

/** The worker runtime: gives threads to lanes. It keeps no job that matters. */
public interface Shifts {
    /** Begins to offer threads. Twice: changes nothing. */
    void start(ShiftWork work);

    /** Asks for {@code count} threads that call {@link ShiftWork#run} soon; some may come late or never. Never blocks. */
    void open(int count);

    /** Ends the runtime; lanes have ended or been given up before. Twice: changes nothing. */
    void stop();
}
