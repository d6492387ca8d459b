package io.keelson.job.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves what running jobs have told about themselves. */
record ReportStatements(UUID node, List<RunningJob> jobs) {
    private record Told(RunningJob job, JobProgress progress) {}

    private record Written(RunningJob job, JobLogLine line) {}

    void addTo(Pipeline pipeline) {
        List<Told> told = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (RunningJob job : jobs) {
            JobProgress progress = job.report().takeProgress();
            if (progress != null) {
                told.add(new Told(job, progress));
            }
            job.report().takeLines().forEach(line -> written.add(new Written(job, line)));
        }
        if (!told.isEmpty()) {
            pipeline.add(TurnStatements.PROGRESS, progress(told), _ -> {});
        }
        if (!written.isEmpty()) {
            pipeline.add(TurnStatements.LOG, lines(written), _ -> {});
        }
    }

    private List<Object> progress(List<Told> told) {
        return List.of(
                array("uuid", told.stream().map(one -> one.job().id()).toList()),
                array("int4", told.stream().map(one -> one.job().row().claim()).toList()),
                array("int2", told.stream().map(one -> one.progress().percent()).toList()),
                array("text", told.stream().map(one -> one.progress().message()).toList()),
                node);
    }

    private static List<Object> lines(List<Written> written) {
        long now = System.nanoTime();
        return List.of(
                array("uuid", written.stream().map(one -> one.job().id()).toList()),
                array("int4", written.stream().map(one -> one.job().attempt()).toList()),
                array("int4", written.stream().map(one -> one.line().seq()).toList()),
                array(
                        "int8",
                        written.stream()
                                .map(one -> (now - one.line().nanoTime()) / 1_000)
                                .toList()),
                array("text", written.stream().map(one -> one.line().line()).toList()));
    }

    private static Pipeline.SqlArray array(String type, List<? extends @Nullable Object> values) {
        return new Pipeline.SqlArray(type, values);
    }
}
