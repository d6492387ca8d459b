package io.keelson.job.type.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.type.TypeWorld;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MaintenanceHandlerTest {
    static final List<String> NAMES =
            QueueMaintenance.TASKS.stream().map(MaintenanceTask::name).toList();

    private final TypeWorld world =
            new TypeWorld(made -> List.of(new MaintenanceHandler(made.database.dataSource(), QueueMaintenance.TASKS)));

    @AfterEach
    void leave() {
        world.close();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyTaskCanBeDoneTwice(String name) {
        String payload = "{\"task\": \"%s\"}".formatted(name);

        for (int time = 0; time < 2; time++) {
            TypeWorld.Row row = world.run(MaintenanceHandler.TYPE, payload);
            assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
        }
    }

    @Test
    void logsOfJobsThatAreGoneAreDeletedToTheLast() {
        world.database.jdbc().sql("""
                insert into jobs.platform_job_log (job_id, attempt, seq, at, line)
                select uuidv7(), 1, 1, clock_timestamp(), 'line' from generate_series(1, 12000)""").update();

        TypeWorld.Row row = world.run(MaintenanceHandler.TYPE, "{\"task\": \"prune-job-logs\"}");

        assertThat(row.result()).contains("12000");
        assertThat(world.database.countOf("jobs.platform_job_log l where l.line = 'line'"))
                .isZero();
    }

    @Test
    void aTenantMayNotMaintainThePlatform() {
        UUID job = world.submit(
                MaintenanceHandler.TYPE,
                "{\"task\": \"analyze-job-queue\"}",
                new JobOwner(TypeWorld.TENANT, null, "ann"));

        assertThat(world.end(job).code()).isEqualTo("MAINTENANCE_NOT_ALLOWED");
    }

    @Test
    void aTaskIsChosenByNameOnly() {
        TypeWorld.Row row = world.run(MaintenanceHandler.TYPE, "{\"task\": \"select 1\"}");

        assertThat(row.code()).isEqualTo("INVALID_PAYLOAD");
        assertThat(row.attempts()).isEqualTo(1);
    }

    @Test
    void twoTasksWithOneNameStopTheStart() {
        MaintenanceTask task = MaintenanceTask.once("same", "Does nothing.", "select 1");

        assertThatThrownBy(() -> new MaintenanceHandler(world.database.dataSource(), List.of(task, task)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }
}
