package io.keelson.query.operation;

import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepError;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepStarted;
import java.time.Duration;
import java.util.Locale;

/** Says in one sentence what an operation is doing. */
final class Sentence {
    private Sentence() {}

    static String started(OperationStarted event) {
        return "%s %s in %d steps."
                .formatted(
                        event.kind().deed(),
                        event.blueprint().name(),
                        event.plan().size());
    }

    static String stepStarted(StepStarted event, Steps steps, boolean rollingBack) {
        StepAttempt attempt = event.attempt();
        String step = rollingBack && attempt.action() != StepAction.APPLY
                ? "Taking back step %s".formatted(words(attempt.step()))
                : "Step %d of %d: %s".formatted(steps.place(attempt.step()), steps.size(), words(attempt.step()));
        String again = attempt.number() > 1 ? ", attempt " + attempt.number() : "";
        String later = event.delay().isPositive() ? ", begins in " + shown(event.delay()) : "";
        return step + again + later + ".";
    }

    static String stepFailed(StepAttempt attempt, StepError error) {
        String next = error.retryable() ? "and can be tried again" : "for good";
        return "Step %s failed %s: %s".formatted(words(attempt.step()), next, error.message());
    }

    static String rollback(StepError cause) {
        return "Taking everything back because of %s: %s".formatted(cause.code(), cause.message());
    }

    static String cancelled() {
        return "Called off; what was done is taken back after the step that runs.";
    }

    static String retried() {
        return "What could not be taken back is tried again.";
    }

    private static String words(StepName step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shown(Duration delay) {
        return delay.compareTo(Duration.ofSeconds(1)) < 0 ? delay.toMillis() + " ms" : delay.toSeconds() + " s";
    }
}
