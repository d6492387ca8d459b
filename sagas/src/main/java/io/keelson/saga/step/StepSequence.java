package io.keelson.saga.step;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation stands in its plan. It decides what comes next and does nothing itself.
 *
 * <p>A step that fails is tried again while its error is retryable and the policy allows it. A step to apply that fails
 * for good turns the operation round: it and the steps done before are removed, latest first. Two kinds of failure are
 * remembered while the others go on: a removal, for the less is left behind the better, and what follows
 * {@link StepName#ACTIVATE}, for nobody takes an active instance away.
 *
 * @param running the try whose outcome is awaited, or null at the end
 * @param failures how often the running step failed in its direction
 * @param ahead what follows the running step
 * @param done steps that were applied, earliest first
 * @param tries highest number of a try, by step
 * @param givenUp steps that failed for good without turning the operation round, earliest first
 * @param cause why the operation was turned round, or null
 */
public record StepSequence(
        OperationId operationId,
        @Nullable StepAttempt running,
        int failures,
        List<PlannedStep> ahead,
        List<StepName> done,
        Map<StepName, Integer> tries,
        List<GivenUp> givenUp,
        @Nullable StepError cause) {
    public StepSequence {
        ahead = List.copyOf(ahead);
        done = List.copyOf(done);
        tries = Map.copyOf(tries);
        givenUp = List.copyOf(givenUp);
    }

    /** An operation whose first step was started with number 1, as starting an operation does. */
    public static StepSequence begin(OperationId operationId, List<PlannedStep> plan) {
        PlannedStep first = plan.getFirst();
        return new StepSequence(
                operationId,
                new StepAttempt(first.name(), first.action(), 1),
                0,
                rest(plan),
                List.of(),
                Map.of(first.name(), 1),
                List.of(),
                null);
    }

    /** Whether this is the try whose outcome is awaited; every other one is late or repeated. */
    public boolean awaits(StepAttempt attempt) {
        return attempt.equals(running);
    }

    /** The running try did what it should. */
    public Turn succeeded() {
        StepAttempt ended = requireRunning();
        return ended.action() == StepAction.APPLY ? advance(plus(done, ended.step()), givenUp) : advance(done, givenUp);
    }

    /** The running step does not apply, so there is nothing to remove later. */
    public Turn skipped() {
        return advance(done, givenUp);
    }

    /** The running try failed. */
    public Turn failed(StepError error, RetryPolicy retries) {
        StepAttempt ended = requireRunning();
        int failed = failures + 1;
        if (error.retryable() && retries.allowsMore(ended.action(), failed)) {
            StepAttempt again = next(new PlannedStep(ended.step(), ended.action()));
            Duration delay = retries.delay(operationId, again, failed);
            return new Turn(running(again, failed, ahead), new Move.Start(again, delay));
        }
        return canReturn(ended) ? turnRound(ended, error) : giveUp(ended, error);
    }

    private static boolean canReturn(StepAttempt ended) {
        return ended.action() == StepAction.APPLY && ended.step().compareTo(StepName.ACTIVATE) <= 0;
    }

    private Turn turnRound(StepAttempt ended, StepError error) {
        List<PlannedStep> removals = plus(done, ended.step()).reversed().stream()
                .map(step -> new PlannedStep(step, StepAction.REMOVE))
                .toList();
        StepAttempt removal = next(removals.getFirst());
        StepSequence back =
                new StepSequence(operationId, removal, 0, rest(removals), List.of(), counting(removal), givenUp, error);
        return new Turn(back, new Move.TurnRound(error, removal));
    }

    private Turn giveUp(StepAttempt ended, StepError error) {
        return advance(done, plus(givenUp, new GivenUp(ended.step(), error)));
    }

    private Turn advance(List<StepName> nowDone, List<GivenUp> nowGivenUp) {
        StepSequence ended = new StepSequence(operationId, null, 0, ahead, nowDone, tries, nowGivenUp, cause);
        if (ahead.isEmpty()) {
            return new Turn(ended, new Move.End());
        }
        StepAttempt following = next(ahead.getFirst());
        return new Turn(ended.running(following, 0, rest(ahead)), new Move.Start(following, Duration.ZERO));
    }

    private StepSequence running(StepAttempt attempt, int failed, List<PlannedStep> nowAhead) {
        return new StepSequence(operationId, attempt, failed, nowAhead, done, counting(attempt), givenUp, cause);
    }

    private StepAttempt next(PlannedStep step) {
        return new StepAttempt(step.name(), step.action(), tries.getOrDefault(step.name(), 0) + 1);
    }

    private StepAttempt requireRunning() {
        if (running == null) {
            throw new IllegalStateException(operationId + " has no running step.");
        }
        return running;
    }

    private Map<StepName, Integer> counting(StepAttempt attempt) {
        Map<StepName, Integer> counted = new EnumMap<>(StepName.class);
        counted.putAll(tries);
        counted.put(attempt.step(), attempt.number());
        return counted;
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <T> List<T> rest(List<T> list) {
        return list.subList(1, list.size());
    }
}
