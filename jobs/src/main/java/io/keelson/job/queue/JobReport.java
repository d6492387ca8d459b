package io.keelson.job.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running job has told about itself and nobody has saved yet. Bounded, whatever its handler does. */
final class JobReport {
    static final int MOST_LINES = 1_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_MESSAGE = 500;

    private final int claim;
    private @Nullable JobProgress progress;
    private List<JobLogLine> lines = new ArrayList<>();
    private int logged;
    private boolean closed;

    JobReport(int claim) {
        this.claim = claim;
    }

    /** True when there was nothing to save before. */
    synchronized boolean progress(int percent, String message) {
        if (closed) {
            return false;
        }
        boolean first = isEmpty();
        progress = new JobProgress(Math.clamp(percent, 0, 100), StoredText.cut(message, LONGEST_MESSAGE));
        return first;
    }

    /** True when there was nothing to save before. */
    synchronized boolean log(String line, long nanoTime) {
        if (closed || logged >= MOST_LINES) {
            return false;
        }
        boolean first = isEmpty();
        logged++;
        String kept =
                logged < MOST_LINES ? StoredText.cut(line, LONGEST_LINE) : "Further lines of this try are not kept.";
        lines.add(new JobLogLine((claim - 1) * MOST_LINES + logged, nanoTime, kept));
        return first;
    }

    synchronized boolean isEmpty() {
        return progress == null && lines.isEmpty();
    }

    synchronized @Nullable JobProgress takeProgress() {
        JobProgress taken = progress;
        progress = null;
        return taken;
    }

    synchronized List<JobLogLine> takeLines() {
        List<JobLogLine> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }

    /** Whatever its thread says from here on is ignored. */
    synchronized void close() {
        closed = true;
    }
}
