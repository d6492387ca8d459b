package io.keelson.saga.step;

import static io.keelson.fixture.InstanceFixtures.FINAL_ERROR;
import static io.keelson.fixture.InstanceFixtures.RETRYABLE_ERROR;
import static io.keelson.fixture.OperationFixtures.attempt;
import static io.keelson.fixture.OperationFixtures.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepSequenceTest {
    private static final RetryPolicy RETRIES = new RetryPolicy(2, 3, Duration.ofSeconds(1), Duration.ofSeconds(30), 0);
    private static final Move END = new Move.End();

    private final StepSequence begun = StepSequence.begin(InstanceFixtures.OPERATION_ID, OperationFixtures.PLAN);

    @Test
    void theFirstTryOfTheFirstStepIsAwaited() {
        assertThat(begun.awaits(attempt(StepName.VALIDATE, 1))).isTrue();
        assertThat(begun.awaits(attempt(StepName.VALIDATE, 2))).isFalse();
        assertThat(begun.awaits(attempt(StepName.COMPUTE, 1))).isFalse();
        assertThat(begun.awaits(removal(StepName.VALIDATE, 1))).isFalse();
    }

    @Test
    void stepsFollowEachOtherInTheOrderOfThePlan() {
        Turn second = begun.succeeded();
        Turn third = second.steps().skipped();
        Turn end = third.steps().succeeded();

        assertThat(second.move()).isEqualTo(start(attempt(StepName.COMPUTE, 1), 0));
        assertThat(third.move()).isEqualTo(start(attempt(StepName.DATABASE, 1), 0));
        assertThat(end.move()).isEqualTo(END);
        assertThat(end.steps().cause()).isNull();
    }

    @Test
    void aRetryableFailureIsTriedAgainAfterAWait() {
        Turn again = begun.failed(RETRYABLE_ERROR, RETRIES);

        assertThat(again.move()).isEqualTo(start(attempt(StepName.VALIDATE, 2), 1));
        assertThat(again.steps().awaits(attempt(StepName.VALIDATE, 2))).isTrue();
        assertThat(again.steps().awaits(attempt(StepName.VALIDATE, 1))).isFalse();
    }

    @Test
    void theNextStepHasAllItsTriesAgain() {
        StepSequence second =
                begun.failed(RETRYABLE_ERROR, RETRIES).steps().succeeded().steps();

        assertThat(second.failed(RETRYABLE_ERROR, RETRIES).move()).isEqualTo(start(attempt(StepName.COMPUTE, 2), 1));
    }

    @Test
    void aRetryableFailureTurnsRoundWhenNoTryIsLeft() {
        Turn round = begun.failed(RETRYABLE_ERROR, RETRIES).steps().failed(RETRYABLE_ERROR, RETRIES);

        assertThat(round.move()).isEqualTo(new Move.TurnRound(RETRYABLE_ERROR, removal(StepName.VALIDATE, 3)));
    }

    @Test
    void aFinalFailureTakesBackTheFailedStepAndThoseDoneBeforeLatestFirst() {
        StepSequence third = begun.succeeded().steps().succeeded().steps();

        Turn round = third.failed(FINAL_ERROR, RETRIES);
        Turn next = round.steps().succeeded();
        Turn last = next.steps().succeeded();
        Turn end = last.steps().succeeded();

        assertThat(round.move()).isEqualTo(new Move.TurnRound(FINAL_ERROR, removal(StepName.DATABASE, 2)));
        assertThat(next.move()).isEqualTo(start(removal(StepName.COMPUTE, 2), 0));
        assertThat(last.move()).isEqualTo(start(removal(StepName.VALIDATE, 2), 0));
        assertThat(end.move()).isEqualTo(END);
        assertThat(end.steps().cause()).isEqualTo(FINAL_ERROR);
        assertThat(end.steps().givenUp()).isEmpty();
    }

    @Test
    void whatWasSkippedIsNotTakenBack() {
        StepSequence third = begun.succeeded().steps().skipped().steps();

        StepSequence back = third.failed(FINAL_ERROR, RETRIES).steps();

        assertThat(back.skipped().move()).isEqualTo(start(removal(StepName.VALIDATE, 2), 0));
    }

    @Test
    void aRemovalHasItsOwnTries() {
        StepSequence back = begun.failed(FINAL_ERROR, RETRIES).steps();

        Turn second = back.failed(RETRYABLE_ERROR, RETRIES);
        Turn third = second.steps().failed(RETRYABLE_ERROR, RETRIES);

        assertThat(second.move()).isEqualTo(start(removal(StepName.VALIDATE, 3), 1));
        assertThat(third.move()).isEqualTo(start(removal(StepName.VALIDATE, 4), 2));
    }

    @Test
    void aRemovalThatFailsForGoodIsRememberedAndTheOthersGoOn() {
        StepSequence back =
                begun.succeeded().steps().failed(FINAL_ERROR, RETRIES).steps();

        Turn next = back.failed(FINAL_ERROR, RETRIES);
        Turn end = next.steps().succeeded();

        assertThat(next.move()).isEqualTo(start(removal(StepName.VALIDATE, 2), 0));
        assertThat(end.move()).isEqualTo(END);
        assertThat(end.steps().givenUp()).containsExactly(new GivenUp(StepName.COMPUTE, FINAL_ERROR));
    }

    @Test
    void aFailedActivationIsTakenBack() {
        StepSequence activating =
                StepSequence.begin(InstanceFixtures.OPERATION_ID, apply(StepName.ACTIVATE, StepName.NOTIFY));

        assertThat(activating.failed(FINAL_ERROR, RETRIES).move())
                .isEqualTo(new Move.TurnRound(FINAL_ERROR, removal(StepName.ACTIVATE, 2)));
    }

    @Test
    void nothingIsTakenBackAfterTheActivation() {
        StepSequence notifying = StepSequence.begin(
                        InstanceFixtures.OPERATION_ID, apply(StepName.ACTIVATE, StepName.NOTIFY))
                .succeeded()
                .steps();

        Turn end = notifying.failed(FINAL_ERROR, RETRIES);

        assertThat(end.move()).isEqualTo(END);
        assertThat(end.steps().cause()).isNull();
        assertThat(end.steps().givenUp()).containsExactly(new GivenUp(StepName.NOTIFY, FINAL_ERROR));
    }

    @Test
    void nothingIsAwaitedAfterTheEnd() {
        StepSequence ended =
                begun.succeeded().steps().succeeded().steps().succeeded().steps();

        assertThat(ended.awaits(attempt(StepName.DATABASE, 1))).isFalse();
        assertThatIllegalStateException().isThrownBy(ended::succeeded);
    }

    private static Move start(StepAttempt attempt, int seconds) {
        return new Move.Start(attempt, Duration.ofSeconds(seconds));
    }

    private static List<PlannedStep> apply(StepName... steps) {
        return Stream.of(steps)
                .map(step -> new PlannedStep(step, StepAction.APPLY))
                .toList();
    }
}
