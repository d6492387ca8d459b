package io.keelson.app.job;

import io.keelson.job.queue.JobNode;
import io.keelson.job.queue.JobQueue;
import io.keelson.job.statistics.JobTally;
import io.keelson.job.statistics.MeteredJobs;
import io.keelson.job.statistics.StatisticsWatch;
import io.keelson.job.view.JobWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Counts jobs before the first one runs and until the last one has ended, and serves those who watch. */
@Component
class FiguresLifecycle implements SmartLifecycle {
    /** One before the work itself, so it starts earlier and stops later. */
    private static final int PHASE = DEFAULT_PHASE - 1;

    private final JobTally tally;
    private final JobWatch jobs;
    private final StatisticsWatch statistics;

    FiguresLifecycle(
            JobQueue queue,
            ObjectProvider<JobNode> nodes,
            JobTally tally,
            MeteredJobs meters,
            JobWatch jobs,
            StatisticsWatch statistics) {
        this.tally = tally;
        this.jobs = jobs;
        this.statistics = statistics;
        queue.listen(tally);
        queue.listen(meters);
        // A node without workers runs no jobs, but may take them in.
        nodes.ifAvailable(node -> {
            node.listen(tally);
            node.listen(meters);
        });
    }

    @Override
    public void start() {
        tally.start();
        jobs.start();
        statistics.start();
    }

    @Override
    public void stop() {
        statistics.stop();
        jobs.stop();
        tally.stop();
    }

    @Override
    public boolean isRunning() {
        return tally.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
