package io.keelson.api.schedule;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;

/**
 * Everything about a schedule that can be changed.
 *
 * @param description for people, up to 1,000 characters, may be empty
 */
public record ScheduleDefinition(
        ScheduleName name, String description, Timing timing, JobTemplate job, RunRules rules) {
    private static final int MAXIMUM = 1_000;

    public ScheduleDefinition {
        Require.present("description", description);
        if (description.length() > MAXIMUM) {
            throw RejectedException.invalid("description", "description may have at most 1000 characters.");
        }
    }
}
