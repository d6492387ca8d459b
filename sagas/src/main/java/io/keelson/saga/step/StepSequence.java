package io.keelson.saga.step;

import io.keelson.api.error.Fault;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation stands in its plan. It decides what comes next and does nothing itself.
 *
 * <p>A step that fails is tried again while its error is retryable and the policy allows it. A step to apply that fails
 * for good turns the operation round: it and the steps done before are undone, latest first, each as its plan says. Two
 * kinds of failure are remembered while the others go on: that of undoing, for the less is left behind the better, and
 * that of a step from which there is no way back.
 *
 * @param running the try whose outcome is awaited, or null at the end
 * @param planned the line of the plan behind the running try, or null at the end
 * @param failures how often the running step failed in its direction
 * @param ahead what follows the running step
 * @param done steps that were done and can be undone, earliest first
 * @param tries highest number of a try, by step
 * @param givenUp steps that failed for good without turning the operation round, earliest first
 * @param cause why the operation was turned round, or null
 * @param cancelled whether somebody has called the operation off
 */
public record StepSequence(
        OperationId operationId,
        @Nullable StepAttempt running,
        @Nullable PlannedStep planned,
        int failures,
        List<PlannedStep> ahead,
        List<PlannedStep> done,
        Map<StepName, Integer> tries,
        List<GivenUp> givenUp,
        @Nullable StepError cause,
        boolean cancelled) {
    private static final String CANCELLED = "CANCELLED";

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
                first,
                0,
                rest(plan),
                List.of(),
                Map.of(first.name(), 1),
                List.of(),
                null,
                false);
    }

    /**
     * An operation that goes on taking back what it could not take back before; the first of these steps was started with
     * the number after its last one.
     */
    public static StepSequence resume(
            OperationId operationId, List<PlannedStep> remaining, Map<StepName, Integer> tries, StepError cause) {
        PlannedStep first = remaining.getFirst();
        StepSequence before =
                new StepSequence(operationId, null, null, 0, List.of(), List.of(), tries, List.of(), cause, false);
        return before.running(before.next(first), first, 0, rest(remaining));
    }

    /** Whether this is the try whose outcome is awaited; every other one is late or repeated. */
    public boolean awaits(StepAttempt attempt) {
        return attempt.equals(running);
    }

    /** Somebody has called the operation off; it is turned round when the running try is over. */
    public StepSequence cancel() {
        return new StepSequence(operationId, running, planned, failures, ahead, done, tries, givenUp, cause, true);
    }

    /** Whether everything was taken back because somebody called the operation off. */
    public boolean endedByCancellation() {
        return cause != null && cause.code().equals(CANCELLED);
    }

    /** The running try did what it should. */
    public Turn succeeded() {
        PlannedStep ended = requirePlanned();
        return ended.onFailure() == StepUndo.NO_RETURN ? advance(done, givenUp) : advance(plus(done, ended), givenUp);
    }

    /**
     * The running step does not apply, so there is nothing to remove later. What was there before may have applied all the
     * same, so it is still brought back.
     */
    public Turn skipped() {
        PlannedStep ended = requirePlanned();
        return ended.onFailure() == StepUndo.REVERT ? advance(plus(done, ended), givenUp) : advance(done, givenUp);
    }

    /** The running try failed. */
    public Turn failed(StepError error, RetryPolicy retries) {
        PlannedStep ended = requirePlanned();
        int failed = failures + 1;
        if (error.retryable() && !mustTurnRound() && retries.allowsMore(ended.action(), failed)) {
            StepAttempt again = next(ended);
            Duration delay = retries.delay(operationId, again, failed);
            return new Turn(running(again, ended, failed, ahead), new Move.Start(again, delay));
        }
        if (ended.onFailure() == StepUndo.NO_RETURN) {
            return giveUp(ended, error);
        }
        return turnRound(plus(done, ended), mustTurnRound() ? calledOff() : error);
    }

    private boolean mustTurnRound() {
        return cancelled && cause == null;
    }

    private StepError calledOff() {
        return new StepError(CANCELLED, Fault.USER, false, "%s was called off.".formatted(operationId));
    }

    private Turn turnRound(List<PlannedStep> begun, StepError error) {
        List<PlannedStep> undoing =
                begun.reversed().stream().flatMap(StepSequence::undo).toList();
        StepSequence back =
                new StepSequence(operationId, null, null, 0, undoing, List.of(), tries, givenUp, error, cancelled);
        if (undoing.isEmpty()) {
            return new Turn(back, new Move.TurnRound(error, null));
        }
        PlannedStep first = undoing.getFirst();
        StepAttempt undo = next(first);
        return new Turn(back.running(undo, first, 0, rest(undoing)), new Move.TurnRound(error, undo));
    }

    // Undoing knows no way back itself, so a failure of it is remembered.
    private static Stream<PlannedStep> undo(PlannedStep step) {
        return switch (step.onFailure()) {
            case REMOVE -> Stream.of(new PlannedStep(step.name(), StepAction.REMOVE));
            case REVERT -> Stream.of(new PlannedStep(step.name(), StepAction.REVERT, StepUndo.NO_RETURN));
            case NOTHING, NO_RETURN -> Stream.empty();
        };
    }

    private Turn giveUp(PlannedStep ended, StepError error) {
        return advance(done, plus(givenUp, new GivenUp(ended.name(), error)));
    }

    private Turn advance(List<PlannedStep> nowDone, List<GivenUp> nowGivenUp) {
        StepSequence ended =
                new StepSequence(operationId, null, null, 0, ahead, nowDone, tries, nowGivenUp, cause, cancelled);
        if (ahead.isEmpty()) {
            return new Turn(ended, new Move.End());
        }
        PlannedStep first = ahead.getFirst();
        if (mustTurnRound() && first.onFailure() != StepUndo.NO_RETURN) {
            return turnRound(nowDone, calledOff());
        }
        StepAttempt following = next(first);
        return new Turn(ended.running(following, first, 0, rest(ahead)), new Move.Start(following, Duration.ZERO));
    }

    private StepSequence running(StepAttempt attempt, PlannedStep step, int failed, List<PlannedStep> nowAhead) {
        return new StepSequence(
                operationId, attempt, step, failed, nowAhead, done, counting(attempt), givenUp, cause, cancelled);
    }

    private StepAttempt next(PlannedStep step) {
        return new StepAttempt(step.name(), step.action(), tries.getOrDefault(step.name(), 0) + 1);
    }

    private PlannedStep requirePlanned() {
        if (planned == null) {
            throw new IllegalStateException(operationId + " has no running step.");
        }
        return planned;
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
