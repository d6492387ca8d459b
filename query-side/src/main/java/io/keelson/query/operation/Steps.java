package io.keelson.query.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepState;
import io.keelson.api.operation.query.StepView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an operation in the order of its plan. Attempt, times and message of a step are those of its last try;
 * its error is that of the last try that ended, so it can be read while the next one runs.
 */
record Steps(@JsonValue List<StepView> views) {
    private static final Set<StepState> DONE = EnumSet.of(StepState.SUCCEEDED, StepState.SKIPPED);
    private static final Set<StepState> UNDER_WAY =
            EnumSet.of(StepState.RUNNING, StepState.RETRYING, StepState.COMPENSATING);

    @JsonCreator
    Steps {
        views = List.copyOf(views);
    }

    static Steps planned(List<PlannedStep> plan) {
        return new Steps(plan.stream()
                .map(step -> new StepView(step.name(), step.action(), StepState.PENDING, 0, null, null, null, null))
                .toList());
    }

    Steps started(StepAttempt attempt, boolean rollingBack, Instant at) {
        StepState state =
                rollingBack && attempt.action() != StepAction.APPLY ? StepState.COMPENSATING : StepState.RUNNING;
        return with(attempt, old -> shown(attempt, state, at, null, null, old.error()));
    }

    /** A step that ended well: {@code state} is SUCCEEDED, SKIPPED or COMPENSATED. */
    Steps ended(StepAttempt attempt, StepState state, Instant at, String message) {
        // What made a rollback necessary stays readable after it.
        return with(
                attempt,
                old -> shown(
                        attempt,
                        state,
                        old.startedAt(),
                        at,
                        message,
                        state == StepState.COMPENSATED ? old.error() : null));
    }

    Steps failed(StepAttempt attempt, Instant at, StepError error) {
        StepState state = error.retryable() ? StepState.RETRYING : StepState.FAILED;
        return with(attempt, old -> shown(attempt, state, old.startedAt(), at, error.message(), error));
    }

    /** No further try follows: what is under way has failed. */
    Steps givenUp(Instant at) {
        return new Steps(views.stream()
                .map(step -> UNDER_WAY.contains(step.state()) ? abandoned(step, at) : step)
                .toList());
    }

    /** Place of a step in the plan, from 1. */
    int place(StepName name) {
        for (int index = 0; index < views.size(); index++) {
            if (views.get(index).name() == name) {
                return index + 1;
            }
        }
        throw new IllegalStateException("Step " + name + " is not in the plan of its operation.");
    }

    int size() {
        return views.size();
    }

    /** Share of the plan that is done, 0 to 100. */
    int shareDone() {
        return share(step -> DONE.contains(step.state()), _ -> true);
    }

    /** Share of what was begun that is taken away again, 0 to 100. */
    int shareTakenBack() {
        return share(
                step -> step.state() == StepState.COMPENSATED,
                step -> step.state() != StepState.PENDING && step.state() != StepState.SKIPPED);
    }

    private int share(Predicate<StepView> part, Predicate<StepView> whole) {
        long all = views.stream().filter(whole).count();
        return all == 0 ? 100 : (int) (100 * views.stream().filter(part).count() / all);
    }

    private Steps with(StepAttempt attempt, UnaryOperator<StepView> change) {
        List<StepView> changed = new ArrayList<>(views);
        int index = place(attempt.step()) - 1;
        changed.set(index, change.apply(changed.get(index)));
        return new Steps(changed);
    }

    private static StepView shown(
            StepAttempt attempt,
            StepState state,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String message,
            @Nullable StepError error) {
        return new StepView(
                attempt.step(), attempt.action(), state, attempt.number(), startedAt, finishedAt, message, error);
    }

    private static StepView abandoned(StepView step, Instant at) {
        Instant finishedAt = step.finishedAt() == null ? at : step.finishedAt();
        return new StepView(
                step.name(),
                step.action(),
                StepState.FAILED,
                step.attempt(),
                step.startedAt(),
                finishedAt,
                step.message(),
                step.error());
    }
}
