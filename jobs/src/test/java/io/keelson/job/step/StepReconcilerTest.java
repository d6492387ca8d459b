package io.keelson.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepReconcilerTest {
    private static final StepAttempt COMPUTE = OperationFixtures.attempt(StepName.COMPUTE, 1);

    private final StepWorld world = new StepWorld().withOperation();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aStepWhoseJobIsLostIsLaunchedAgain() {
        world.start(COMPUTE);
        world.database.jdbc().sql("delete from jobs.platform_job").update();
        world.reconciler.start();
        world.working();

        assertThat(world.firstOutcome()).isInstanceOf(RecordStepSucceeded.class);
        assertThat(world.gateway.sent.getFirst().getMetaData()).containsEntry("requestId", "request-1");
    }

    @Test
    void aStepWhoseJobWasGivenUpIsReportedAsFailedForGood() {
        world.start(COMPUTE);
        world.database
                .jdbc()
                .sql("update jobs.platform_job set status = 4, attempts = 3, last_error = 'The node that ran it died.'")
                .update();
        world.reconciler.start();

        assertThat(world.firstOutcome()).isInstanceOfSatisfying(RecordStepFailed.class, failed -> {
            assertThat(failed.attempt()).isEqualTo(COMPUTE);
            assertThat(failed.error().retryable()).isFalse();
            assertThat(failed.error().message()).contains("3 tries", "died");
        });
    }

    @Test
    void aStepWithAWaitingJobIsLeftAlone() {
        world.start(COMPUTE, Duration.ofMinutes(1));
        look();

        assertThat(jobs()).isEqualTo(1);
    }

    @Test
    void aReportedOutcomeIsWaitedForBeforeTheStepRunsAgain() {
        world.start(COMPUTE);
        world.database
                .jdbc()
                .sql("update jobs.platform_job set status = 3, finished_at = now() + interval '1 hour'")
                .update();
        look();
        assertThat(jobs()).isEqualTo(1);

        world.database
                .jdbc()
                .sql("update jobs.platform_job set finished_at = now() - interval '1 hour'")
                .update();
        await().atMost(Duration.ofSeconds(10)).until(() -> jobs() == 2);
    }

    @Test
    void aStepThatHasItsOutcomeIsLeftAlone() {
        world.start(COMPUTE);
        world.launcher.react(new StepSucceeded(InstanceFixtures.OPERATION_ID, COMPUTE, "done", Map.of()));
        world.database.jdbc().sql("delete from jobs.platform_job").update();
        look();

        assertThat(jobs()).isZero();
    }

    /** Lets the reconciler look, which a lost step of another operation proves. */
    private void look() {
        world.launcher.react(new OperationStarted(
                InstanceFixtures.TERMINATION_ID,
                OperationKind.TERMINATE,
                InstanceFixtures.blueprint(),
                OperationFixtures.PLAN));
        world.start(new StepStarted(InstanceFixtures.TERMINATION_ID, COMPUTE, Duration.ZERO));
        String lost = "jobs.platform_job where unique_key like '%s%%'".formatted(InstanceFixtures.TERMINATION_ID);
        world.database.jdbc().sql("delete from " + lost).update();
        world.reconciler.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> world.database.countOf(lost) == 1);
    }

    private int jobs() {
        return world.database.countOf(
                "jobs.platform_job where unique_key like '%s%%'".formatted(InstanceFixtures.OPERATION_ID));
    }
}
