package io.keelson.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many threads that do something at the same moment. */
public record Crowd(int size) {
    private static final int PATIENCE_SECONDS = 30;

    /** Gives every member its number and returns what each made of it. */
    public <T> List<T> perform(IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(size);
        try (ExecutorService executor = Executors.newFixedThreadPool(size)) {
            List<Callable<T>> members = IntStream.range(0, size)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return work.apply(number);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(members)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
