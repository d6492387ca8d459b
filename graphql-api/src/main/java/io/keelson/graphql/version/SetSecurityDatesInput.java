package io.keelson.graphql.version;

import io.keelson.api.version.SecurityDates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when a security patch reaches everybody, and why. */
record SetSecurityDatesInput(
        String versionId,
        @Nullable Instant earliest,
        @Nullable Instant autoAppliedAfter,
        @Nullable Instant forcedAt,
        String reason) {
    SecurityDates dates() {
        return new SecurityDates(earliest, autoAppliedAfter, forcedAt);
    }
}
