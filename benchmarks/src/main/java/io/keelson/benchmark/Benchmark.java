package io.keelson.benchmark;

import io.keelson.benchmark.figure.Report;
import java.nio.file.Path;

/** One question about speed, answered in bounded time. */
public interface Benchmark {
    /**
     * Measures and reports.
     *
     * @param directory empty, for whatever is made on the way; removed afterwards, unless it fails
     */
    void run(Path directory, Report report) throws Exception;
}
