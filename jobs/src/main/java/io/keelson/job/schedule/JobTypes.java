package io.keelson.job.schedule;

import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of job that a schedule can make. */
public final class JobTypes {
    private final Map<String, JobHandler> handlers;

    public JobTypes(List<JobHandler> handlers) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::type, Function.identity()));
    }

    /** What the jobs of a type have when a template does not say; a type that is gone has the usual. */
    JobDefaults defaults(String type) {
        JobHandler handler = handlers.get(type);
        return handler == null ? JobDefaults.USUAL : handler.defaults();
    }

    /** The handler of a type that may be asked for from outside. */
    Optional<JobHandler> submittable(String type) {
        return Optional.ofNullable(handlers.get(type)).filter(JobHandler::submittable);
    }

    /** The names of such types, in order. */
    List<String> names() {
        return handlers.values().stream()
                .filter(JobHandler::submittable)
                .map(JobHandler::type)
                .sorted()
                .toList();
    }
}
