package io.keelson.job.schedule;

import io.keelson.job.queue.JobQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes runs: their history and their jobs, both in the running transaction. A run that is there already is left alone. */
final class Runs {
    private final RunBook book;
    private final RunJobs jobs;

    Runs(DataSource dataSource, JobQueue queue, JobTypes types) {
        this.book = new RunBook(dataSource);
        this.jobs = new RunJobs(queue, types);
    }

    void make(List<PlannedRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<RunKey> added = book.record(runs);
        List<PlannedRun> started = runs.stream()
                .filter(run -> run.result() == PlannedRun.Result.STARTED)
                .filter(run -> added.contains(run.key()))
                .toList();
        Map<RunKey, UUID> made = new LinkedHashMap<>(jobs.enqueue(started));
        if (!made.isEmpty()) {
            book.link(made);
        }
    }
}
