package io.keelson.api.instance;

import org.jspecify.annotations.Nullable;

/**
 * What holds for an instance beside its status.
 *
 * @param suspension why it is suspended, or null while it is not
 * @param maintenance whether it is in maintenance mode
 * @param deletionProtected whether it must not be terminated
 */
public record InstanceCondition(@Nullable SuspensionCause suspension, boolean maintenance, boolean deletionProtected) {
    /** Nothing out of the ordinary. */
    public static final InstanceCondition NORMAL = new InstanceCondition(null, false, false);

    public InstanceCondition withSuspension(@Nullable SuspensionCause cause) {
        return new InstanceCondition(cause, maintenance, deletionProtected);
    }

    public InstanceCondition withMaintenance(boolean on) {
        return new InstanceCondition(suspension, on, deletionProtected);
    }

    public InstanceCondition withDeletionProtected(boolean on) {
        return new InstanceCondition(suspension, maintenance, on);
    }
}
