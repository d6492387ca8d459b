package io.keelson.api.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a release after it became known.
 *
 * @param required whether nobody may skip it, nor go back behind it
 * @param securityDates by when it reaches everybody
 * @param approvedBy id of the second person who called it stable, or null
 * @param approvedAt when, or null
 */
public record VersionStanding(
        boolean required,
        SecurityDates securityDates,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {
    /** Nothing was decided. */
    public static final VersionStanding NONE = new VersionStanding(false, SecurityDates.NONE, null, null);

    public VersionStanding withRequired(boolean now) {
        return new VersionStanding(now, securityDates, approvedBy, approvedAt);
    }

    public VersionStanding withSecurityDates(SecurityDates now) {
        return new VersionStanding(required, now, approvedBy, approvedAt);
    }

    public VersionStanding withApproval(String by, Instant at) {
        return new VersionStanding(required, securityDates, by, at);
    }
}
