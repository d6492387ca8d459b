package io.keelson.job.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear of tries that have ended. */
final class JobListeners {
    private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    void add(JobListener listener) {
        listeners.add(listener);
    }

    void ended(List<JobOutcome> outcomes) {
        if (!listeners.isEmpty()) {
            tell(outcomes.stream().map(EndedJob::of).toList());
        }
    }

    void tell(List<EndedJob> ended) {
        if (ended.isEmpty()) {
            return;
        }
        for (JobListener listener : listeners) {
            try {
                listener.ended(ended);
            } catch (RuntimeException e) {
                LOG.warn("A listener of jobs failed; the jobs are not concerned.", e);
            }
        }
    }
}
