package io.keelson.job.type.maintenance;

import java.util.List;

/**
 * Something that can be done to the platform's own tables. The statements are written by the house, never by a payload.
 *
 * @param name by which payloads choose it
 * @param description what it does, in one sentence
 * @param statements each run in a transaction of its own, in order; harmless when run twice
 * @param repeated whether each is run until it changes no row any more, for deleting in small batches
 */
public record MaintenanceTask(String name, String description, List<String> statements, boolean repeated) {
    public MaintenanceTask {
        statements = List.copyOf(statements);
    }

    /** Runs each statement once. */
    public static MaintenanceTask once(String name, String description, String... statements) {
        return new MaintenanceTask(name, description, List.of(statements), false);
    }

    /** Runs each statement until it changes nothing. */
    public static MaintenanceTask untilDone(String name, String description, String... statements) {
        return new MaintenanceTask(name, description, List.of(statements), true);
    }
}
