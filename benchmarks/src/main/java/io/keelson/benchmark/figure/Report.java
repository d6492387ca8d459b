package io.keelson.benchmark.figure;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Prints figures as they come, and all of them as one table at the end. */
public final class Report {
    private static final String ROW = "| %-52s | %-28s | %-36s | %5s | %-24s |%n";

    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
        out.printf(
                "%d processors, JDK %s%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    }

    /** A busy machine makes every figure worse, so its load is shown before each benchmark. */
    public void begin(String benchmark) {
        out.printf(
                "%n%s (load average %.2f)%n",
                benchmark, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Something to know that is no figure. */
    public void note(String format, Object... arguments) {
        out.printf("  " + format + "%n", arguments);
    }

    public void add(Figure figure) {
        figures.add(figure);
        note(
                "%s",
                String.join(
                        "; ",
                        List.of(figure.what(), figure.measured(), figure.against(), figure.ratio(), figure.goal())));
    }

    public void end() {
        out.println();
        out.printf(ROW, "figure", "measured", "peer or limit in the same run", "ratio", "goal");
        out.println("|---|---|---|---|---|");
        figures.forEach(figure ->
                out.printf(ROW, figure.what(), figure.measured(), figure.against(), figure.ratio(), figure.goal()));
    }
}
