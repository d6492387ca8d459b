package io.keelson.benchmark.start;

import io.keelson.benchmark.node.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Starts {@link BareStart} with the flags of the product. */
final class BareProcess {
    private BareProcess() {}

    /** Milliseconds from the start of the process to its answer. */
    static double start(Path directory) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(JavaCommand.of(
                        "-cp", System.getProperty("java.class.path"), BareStart.class.getName(), directory.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.startsWith(BareStart.READY)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The bare database did not start in %s.".formatted(directory));
            }
            return (System.nanoTime() - begin) / 1e6;
        } finally {
            process.outputWriter().close();
            process.waitFor();
        }
    }
}
