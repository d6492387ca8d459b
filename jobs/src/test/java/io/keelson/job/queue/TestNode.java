package io.keelson.job.queue;

import io.keelson.job.FunctionHandler;
import io.keelson.job.JobsDatabase;
import io.keelson.job.ThreadShifts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One worker node on plain threads, with a queue of its own. */
final class TestNode implements AutoCloseable {
    final JobSignals signals;
    final JobQueue queue;
    final JobNode node;

    TestNode(JobsDatabase database, JobSettings settings, FunctionHandler.Work work) {
        signals = new JobSignals(database.dataSource());
        queue = new JobQueue(database.dataSource(), signals);
        node = new JobNode(
                database.dataSource(), signals, new ThreadShifts(), settings, List.of(new FunctionHandler(work)));
    }

    TestNode started() {
        node.start();
        return this;
    }

    UUID enqueue(NewJob job) {
        return queue.enqueue(job).id();
    }

    UUID enqueue() {
        return enqueue(job());
    }

    static NewJob job() {
        return NewJob.of(FunctionHandler.TYPE, "{}");
    }

    /** One look at the queue in the name of a node. */
    static Turn turn(JobStore store, UUID node, List<JobOutcome> outcomes, int free) {
        TurnPlan.Claim claim = new TurnPlan.Claim(free, false, 1, Map.of());
        return store.turn(new TurnPlan(node, outcomes, List.of(), claim, false));
    }

    @Override
    public void close() {
        node.stop();
    }
}
