package io.keelson.job.shift;

import io.keelson.job.queue.ShiftWork;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.configuration.BackgroundJobServerWorkerPolicy;
import org.jobrunr.server.strategy.WorkDistributionStrategy;
import org.jobrunr.server.threadpool.JobRunrExecutor;
import org.jobrunr.storage.Paging.AmountBasedList;
import org.jobrunr.storage.navigation.AmountRequest;

/** Lets JobRunr fetch as many shifts as there are vacant lanes. */
record ShiftWorkers(ShiftWork work, int maximum) implements BackgroundJobServerWorkerPolicy, WorkDistributionStrategy {
    @Override
    public WorkDistributionStrategy toWorkDistributionStrategy(BackgroundJobServer server) {
        return this;
    }

    @Override
    public JobRunrExecutor toJobRunrExecutor() {
        return new ShiftThreads(maximum);
    }

    @Override
    public int getWorkerCount() {
        return maximum;
    }

    @Override
    public AmountRequest getWorkPageRequest() {
        return AmountBasedList.ascOnUpdatedAt(work.vacancies());
    }
}
