package io.keelson.api.instance;

import org.jspecify.annotations.Nullable;

/**
 * What holds for an instance beside its status.
 *
 * @param suspension why it is suspended, or null while it is not
 * @param maintenance whether it is in maintenance mode
 * @param deletionProtected whether it must not be terminated
 * @param secondPerson whether one actor must confirm a termination and another one ask for it
 */
public record InstanceCondition(
        @Nullable SuspensionCause suspension, boolean maintenance, boolean deletionProtected, boolean secondPerson) {
    /** Nothing out of the ordinary. */
    public static final InstanceCondition NORMAL = new InstanceCondition(null, false, false, false);

    public InstanceCondition withSuspension(@Nullable SuspensionCause cause) {
        return new InstanceCondition(cause, maintenance, deletionProtected, secondPerson);
    }

    public InstanceCondition withMaintenance(boolean on) {
        return new InstanceCondition(suspension, on, deletionProtected, secondPerson);
    }

    public InstanceCondition withProtection(boolean on, boolean demandsSecondPerson) {
        return new InstanceCondition(suspension, maintenance, on, demandsSecondPerson);
    }
}
