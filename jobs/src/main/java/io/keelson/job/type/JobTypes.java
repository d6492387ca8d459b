package io.keelson.job.type;

import io.keelson.job.queue.JobHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The types that anybody may submit, by name. */
public final class JobTypes {
    private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();

    /** Knows those of the handlers that may be submitted. */
    public JobTypes(Collection<? extends JobHandler> handlers) {
        handlers.forEach(this::add);
    }

    /** Makes one more type known, which may itself know these types. */
    public void add(JobHandler handler) {
        if (handler.submittable()) {
            handlers.put(handler.type(), handler);
        }
    }

    public Optional<JobHandler> find(String type) {
        return Optional.ofNullable(handlers.get(type));
    }

    public List<String> names() {
        return new ArrayList<>(handlers.keySet()).stream().sorted().toList();
    }
}
