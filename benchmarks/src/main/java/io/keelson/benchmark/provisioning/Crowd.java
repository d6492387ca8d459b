package io.keelson.benchmark.provisioning;

import io.keelson.benchmark.figure.Figure;
import io.keelson.benchmark.figure.Report;
import io.keelson.benchmark.node.JarNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many operations that are asked for at the same time. */
final class Crowd {
    private static final int SIZE = 50;
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SUCCEEDED = "SUCCEEDED";

    private final Shops shops;

    Crowd(Shops shops) {
        this.shops = shops;
    }

    void measure(JarNode node, Report report) throws Exception {
        long start = System.nanoTime();
        List<Shops.Work> asked = atOnce(IntStream.range(0, SIZE)
                .<Callable<Shops.Work>>mapToObj(i -> () -> shops.provision("crowd-" + i))
                .toList());
        double accepted = (System.nanoTime() - start) / 1e9;
        int succeeded = awaitAll(asked, report);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add(Figure.of(
                        "provisioning: %d at once".formatted(SIZE), "%d active in %.1f s".formatted(succeeded, seconds))
                .against("mutations answered in %.1f s".formatted(accepted))
                .goal("all succeed", succeeded == SIZE));

        start = System.nanoTime();
        int terminated = terminate(asked.stream().map(Shops.Work::instanceId).toList(), report);
        seconds = (System.nanoTime() - start) / 1e9;
        List<String> left = Leftovers.of(node);
        report.add(Figure.of(
                        "provisioning: %d terminated at once".formatted(SIZE),
                        "%d gone in %.1f s".formatted(terminated, seconds))
                .goal("nothing left behind", terminated == SIZE && left.isEmpty()));
        left.forEach(thing -> report.note("left behind: %s", thing));
    }

    /** How many of them are gone in the end. */
    int terminate(List<String> instances, Report report) throws Exception {
        return awaitAll(
                atOnce(instances.stream()
                        .<Callable<Shops.Work>>map(instance -> () -> shops.terminate(instance))
                        .toList()),
                report);
    }

    private int awaitAll(List<Shops.Work> operations, Report report) throws InterruptedException {
        int succeeded = 0;
        for (Shops.Work work : operations) {
            String state = shops.awaitEnd(work.operationId(), LOOK, PATIENCE);
            if (state.equals(SUCCEEDED)) {
                succeeded++;
            } else {
                report.note("%s: %s, %s", work.operationId(), state, shops.message(work.operationId()));
            }
        }
        return succeeded;
    }

    private static List<Shops.Work> atOnce(List<Callable<Shops.Work>> requests) throws Exception {
        List<Shops.Work> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Shops.Work> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
