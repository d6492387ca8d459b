package io.keelson.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepLauncherTest {
    private static final StepAttempt DEPLOY = OperationFixtures.attempt(StepName.DEPLOY, 1);

    private final StepWorld world = new StepWorld().withOperation();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStartedStepBecomesOneJobWithItsKeyAndItsCause() {
        world.start(DEPLOY);
        world.start(DEPLOY);

        Map<String, Object> job = world.database
                .jdbc()
                .sql("select unique_key, status, timeout_ms, payload::text as payload from jobs.platform_job")
                .query()
                .singleRow();
        assertThat(job)
                .containsEntry("unique_key", InstanceFixtures.OPERATION_ID + ":DEPLOY:1")
                .containsEntry("status", 1)
                .containsEntry("timeout_ms", 600_000);
        StepJob step = StepJson.read((String) job.get("payload"), StepJob.class);
        assertThat(step.attempt()).isEqualTo(DEPLOY);
        assertThat(step.metadata())
                .containsEntry(RequestContext.ACTOR_ID, "admin-7")
                .containsEntry(RequestContext.REQUEST_ID, "request-1")
                .containsEntry(RequestContext.REASON, "no longer paid");
    }

    @Test
    void aStepWithADelayIsADelayedJob() {
        world.start(DEPLOY, Duration.ofMinutes(1));

        assertThat(world.database.countOf("jobs.platform_job where status = 0 and run_at > now() + interval '50 s'"))
                .isEqualTo(1);
    }

    @Test
    void anOutcomeEndsItsOwnTryOnly() {
        world.start(DEPLOY);
        world.launcher.react(new StepSkipped(
                InstanceFixtures.OPERATION_ID, OperationFixtures.attempt(StepName.COMPUTE, 1), "an earlier one"));
        assertThat(underWay()).isEqualTo(1);

        world.launcher.react(new StepSkipped(InstanceFixtures.OPERATION_ID, DEPLOY, "nothing to do"));
        assertThat(underWay()).isZero();
    }

    @Test
    void theBlueprintIsKeptUntilTheOperationIsOver() {
        OperationTable table = new OperationTable(world.database.dataSource());
        assertThat(table.work(InstanceFixtures.OPERATION_ID))
                .contains(new OperationWork(InstanceFixtures.blueprint(), null, Map.of()));

        world.launcher.react(
                new OperationFinished(InstanceFixtures.OPERATION_ID, OperationState.SUCCEEDED, "Provisioned."));
        assertThat(table.work(InstanceFixtures.OPERATION_ID)).isEmpty();
    }

    private int underWay() {
        return world.database.countOf("jobs.operation_blueprint where step_key is not null");
    }
}
