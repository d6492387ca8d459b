package io.keelson.api.instance;

import org.jspecify.annotations.Nullable;

/**
 * Why an instance is suspended. What one cause has stopped, only the same cause starts again.
 *
 * @param suspensionId the suspension of a tenant or partner that the instance's own belongs to, or null when a person
 *     asked for this instance
 */
public record SuspensionCause(@Nullable String suspensionId) {
    /** A person asked for this instance. */
    public static final SuspensionCause PERSON = new SuspensionCause(null);

    /** The instance belongs to a tenant or partner that is suspended. */
    public static SuspensionCause of(Object suspensionId) {
        return new SuspensionCause(suspensionId.toString());
    }

    /** For a sentence. */
    public String describe() {
        return suspensionId == null ? "a person's wish" : suspensionId;
    }
}
