package io.keelson.app.jobtype;

import io.keelson.job.type.maintenance.MaintenanceTask;
import io.keelson.job.type.maintenance.QueueMaintenance;
import java.util.List;
import java.util.stream.Stream;

/** Every task of {@code platform.maintenance}. They stand here because only the application knows the tables of all modules. */
final class PlatformMaintenance {
    private static final List<MaintenanceTask> OF_OTHERS = List.of(
            MaintenanceTask.once(
                    "vacuum-event-store",
                    "Frees the space of old tokens, sagas and dead letters; events are never removed.",
                    "vacuum (analyze) event_store.token_entry",
                    "vacuum (analyze) event_store.saga_entry",
                    "vacuum (analyze) event_store.association_value_entry",
                    "vacuum (analyze) event_store.dead_letter_entry",
                    "analyze event_store.domain_event"),
            MaintenanceTask.once(
                    "vacuum-read-model",
                    "Frees the space of old versions of rows in the read model.",
                    "vacuum (analyze) read_model.partner",
                    "vacuum (analyze) read_model.tenant",
                    "vacuum (analyze) read_model.version",
                    "vacuum (analyze) read_model.instance",
                    "vacuum (analyze) read_model.operation"),
            MaintenanceTask.untilDone(
                    "prune-idempotency-answers",
                    "Deletes remembered answers to requests that are older than a day.",
                    """
                    delete from graphql_api.idempotency where ctid = any (array(
                      select ctid from graphql_api.idempotency
                      where created_at < clock_timestamp() - interval '24 hours' limit 5000))"""));

    private PlatformMaintenance() {}

    static List<MaintenanceTask> tasks() {
        return Stream.concat(QueueMaintenance.TASKS.stream(), OF_OTHERS.stream())
                .toList();
    }
}
