package io.keelson.benchmark.jobs;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.queue.JobSettings;
import io.keelson.job.queue.JobSignals;
import io.keelson.job.queue.NewJob;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.shift.ShiftRunner;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of the product's queue, with JobRunr's workers, whose jobs do what the measurement wants. */
final class OurNode implements AutoCloseable {
    private static final String TYPE = "benchmark";

    private final JobSignals signals;
    private final JobQueue queue;
    private final JobNode node;
    private final LongAdder durable = new LongAdder();

    OurNode(QueueServer server, Consumer<RunningJob> work) {
        signals = new JobSignals(server.pool());
        queue = new JobQueue(server.pool(), signals);
        JobSettings settings = JobSettings.DEFAULT;
        ShiftRunner shifts = new ShiftRunner(server.pool(), settings.maxLanes());
        node = new JobNode(server.pool(), signals, shifts, settings, List.of(new Handler(work)));
        node.listen(jobs -> durable.add(jobs.size()));
    }

    OurNode started() {
        node.start();
        return this;
    }

    JobQueue queue() {
        return queue;
    }

    /** Jobs whose end is durable. */
    long durable() {
        return durable.sum();
    }

    int lanes() {
        return node.lanes();
    }

    static NewJob job() {
        return NewJob.of(TYPE, "{}");
    }

    static NewJob job(String payload) {
        return NewJob.of(TYPE, payload);
    }

    /** Jobs with random priorities. */
    static List<NewJob> jobs(int count, RandomGenerator random) {
        return Stream.generate(() -> job().withPriority(random.nextInt(1, 11)))
                .limit(count)
                .toList();
    }

    @Override
    public void close() {
        node.stop();
    }

    private record Handler(Consumer<RunningJob> work) implements JobHandler {
        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public @Nullable String run(RunningJob job) {
            work.accept(job);
            return null;
        }
    }
}
