package io.keelson.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.Fault;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.command.RecordStepFailed;
import io.keelson.api.operation.command.RecordStepSkipped;
import io.keelson.api.operation.command.RecordStepSucceeded;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.StepResult;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class StepHandlerTest {
    private static final StepAttempt START = OperationFixtures.attempt(StepName.START, 1);

    private final StepWorld world = new StepWorld().withOperation().working();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatTheDriverDidIsReportedInTheNameOfKeelsonForTheRequestThatBeganIt() {
        world.driver.behaviour = () -> new StepResult.Done("It runs.", Map.of(StepResult.URL, InstanceFixtures.URL));

        assertThat(world.outcomeOf(START))
                .isEqualTo(new RecordStepSucceeded(
                        InstanceFixtures.OPERATION_ID, START, "It runs.", Map.of("url", InstanceFixtures.URL)));
        assertThat(world.driver.calls).containsExactly("apply workload");
        assertThat(world.driver.contexts.getFirst().instance().instanceId())
                .isEqualTo(InstanceFixtures.INSTANCE_ID.value());
        assertThat(world.gateway.sent.getFirst().getMetaData())
                .containsEntry(RequestContext.ACTOR_ID, "keelson")
                .containsEntry(RequestContext.ACTOR_TYPE, "SYSTEM")
                .containsEntry(RequestContext.REQUEST_ID, "request-1")
                .containsEntry(RequestContext.REASON, "no longer paid");
        world.awaitFinishedJobs(1);
    }

    @Test
    void aRemovalGoesTheOtherWay() {
        StepAttempt removal = OperationFixtures.removal(StepName.DATABASE, 2);

        assertThat(world.outcomeOf(removal)).isInstanceOf(RecordStepSucceeded.class);
        assertThat(world.driver.calls).containsExactly("remove database");
    }

    @Test
    void aStepThatDoesNotApplyIsReportedAsSkipped() {
        world.driver.behaviour = () -> new StepResult.NotApplicable("No suites.");

        assertThat(world.outcomeOf(START))
                .isEqualTo(new RecordStepSkipped(InstanceFixtures.OPERATION_ID, START, "No suites."));
    }

    @Test
    void nobodyIsNotifiedWhileThereIsNoChannel() {
        Object outcome = world.outcomeOf(OperationFixtures.attempt(StepName.NOTIFY, 1));

        assertThat(outcome).isInstanceOfSatisfying(RecordStepSkipped.class, skipped -> assertThat(skipped.reason())
                .contains("No notification channel"));
        assertThat(world.driver.calls).isEmpty();
    }

    @Test
    void aDriverFailureKeepsItsCodeAndItsJobSucceeds() {
        world.driver.behaviour = () -> {
            throw new DriverException(FailureCode.PORT_RANGE_FULL, "Every port is taken.");
        };

        assertThat(errorOf(world.outcomeOf(START)))
                .isEqualTo(new StepError("PORT_RANGE_FULL", Fault.INFRASTRUCTURE, false, "Every port is taken."));
        world.awaitFinishedJobs(1);
    }

    @Test
    void anUnexpectedFailureTellsNoSecret() {
        world.driver.behaviour = () -> {
            throw new IllegalStateException("password=hunter2");
        };

        StepError error = errorOf(world.outcomeOf(START));
        assertThat(error.code()).isEqualTo("INTERNAL");
        assertThat(error.fault()).isEqualTo(Fault.PLATFORM);
        assertThat(error.retryable()).isTrue();
        assertThat(error.message())
                .contains("IllegalStateException", "request-1")
                .doesNotContain("hunter2");
    }

    @Test
    void aCallThatIsInterruptedByItsTimeOutIsReportedAsTimedOut() {
        CountDownLatch never = new CountDownLatch(1);
        world.driver.behaviour = () -> {
            never.await();
            return StepResult.done("never");
        };
        world.start(START, Duration.ofMillis(500));
        world.database
                .jdbc()
                .sql("update jobs.platform_job set timeout_ms = 100")
                .update();

        StepError error = errorOf(world.firstOutcome());
        assertThat(error.code()).isEqualTo("TIMED_OUT");
        assertThat(error.retryable()).isTrue();
        world.awaitFinishedJobs(1);
    }

    @Test
    void aCallThatNeverEndsIsReportedAsTimedOutByTheNextLane() {
        CountDownLatch end = new CountDownLatch(1);
        world.driver.behaviour = () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return StepResult.done("too late");
        };
        world.start(START, Duration.ofMillis(500));
        world.database
                .jdbc()
                .sql("update jobs.platform_job set timeout_ms = 100, backoff_ms = 10")
                .update();

        StepError error = errorOf(world.firstOutcome());
        assertThat(error.code()).isEqualTo("TIMED_OUT");
        assertThat(world.driver.calls).hasSize(1);
        world.awaitFinishedJobs(1);
        end.countDown();
    }

    @Test
    void anOutcomeThatCannotBeReportedLetsTheStepRunAgain() {
        world.gateway.failures.set(1);

        assertThat(world.outcomeOf(START)).isInstanceOf(RecordStepSucceeded.class);
        assertThat(world.driver.calls).containsExactly("apply workload", "apply workload");
        world.awaitFinishedJobs(1);
    }

    @Test
    void aStoppingNodeReportsNothing() {
        CountDownLatch called = new CountDownLatch(1);
        world.driver.behaviour = () -> {
            called.countDown();
            new CountDownLatch(1).await();
            return StepResult.done("never");
        };
        world.start(START);
        await().atMost(Duration.ofSeconds(10)).until(() -> called.getCount() == 0);
        world.node.stop();

        assertThat(world.gateway.sent).isEmpty();
        assertThat(world.database.countOf("jobs.platform_job where status = 1 and attempts = 0"))
                .isEqualTo(1);
    }

    @Test
    void aJobWhoseStepIsOverCallsNoDriver() {
        world.start(START, Duration.ofMillis(400));
        world.launcher.react(new OperationFinished(InstanceFixtures.OPERATION_ID, OperationState.CANCELLED, "Over."));

        world.awaitFinishedJobs(1);
        assertThat(world.driver.calls).isEmpty();
        assertThat(world.gateway.sent).isEmpty();
    }

    @Test
    void logLinesOfADriverCarryTheIds() {
        AtomicReference<Map<String, String>> seen = new AtomicReference<>(Map.of());
        world.driver.behaviour = () -> {
            seen.set(MDC.getCopyOfContextMap());
            return StepResult.done("done");
        };
        world.outcomeOf(START);

        assertThat(seen.get())
                .containsEntry("requestId", "request-1")
                .containsEntry("instanceId", InstanceFixtures.INSTANCE_ID.toString())
                .containsEntry("operationId", InstanceFixtures.OPERATION_ID.toString());
    }

    @Test
    void aDriverThatIsNotEnabledIsAFinalFailure() {
        try (StepWorld bare =
                new StepWorld(JobsDatabase.SETTINGS, false).withOperation().working()) {
            StepError error = errorOf(bare.outcomeOf(START));

            assertThat(error.code()).isEqualTo("DRIVER_NOT_ENABLED");
            assertThat(error.retryable()).isFalse();
        }
    }

    private static StepError errorOf(Object outcome) {
        return ((RecordStepFailed) outcome).error();
    }
}
