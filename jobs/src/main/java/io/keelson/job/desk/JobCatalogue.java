package io.keelson.job.desk;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.JobType;
import io.keelson.api.job.query.JobTypeView;
import io.keelson.job.queue.JobHandler;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of work that this platform knows. */
public final class JobCatalogue {
    private final Map<String, KnownType> types;

    /**
     * Makes the catalogue of these handlers.
     *
     * @throws IllegalStateException when two handlers have the same type, or the payload schema of one is unusable
     */
    public JobCatalogue(List<JobHandler> handlers) {
        this.types = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::type, KnownType::of));
    }

    /** All types by name. */
    public List<JobTypeView> all() {
        return types.values().stream()
                .map(KnownType::view)
                .sorted(Comparator.comparing(type -> type.name().value()))
                .toList();
    }

    /** The type that callers may submit, cancel and retry; else JOB_TYPE_UNKNOWN or JOB_TYPE_NOT_PUBLIC. */
    KnownType requireSubmittable(JobType type) {
        KnownType known = types.get(type.value());
        if (known == null) {
            throw new RejectedException(
                    ErrorCode.JOB_TYPE_UNKNOWN,
                    "type",
                    "type %s is not known; jobTypes lists those that are.".formatted(type));
        }
        if (!known.handler().submittable()) {
            throw new RejectedException(
                    ErrorCode.JOB_TYPE_NOT_PUBLIC,
                    "type",
                    "type %s is the platform's own work; it can be seen, but not submitted.".formatted(type));
        }
        return known;
    }

    /** The types whose jobs people may act on. */
    Set<String> open() {
        return types.values().stream()
                .filter(known -> known.handler().submittable())
                .map(known -> known.handler().type())
                .collect(Collectors.toSet());
    }

    /** Whether people may act on jobs of this type; on those that nobody here knows they may not. */
    boolean isOpen(JobType type) {
        KnownType known = types.get(type.value());
        return known != null && known.handler().submittable();
    }
}
